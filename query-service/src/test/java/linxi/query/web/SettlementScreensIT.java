package linxi.query.web;

import static linxi.query.Story.DAKANG;
import static linxi.query.Story.YONGHUI;
import static linxi.query.Story.lot;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.PartyId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages about settlements and lots as each role is sent them. */
class SettlementScreensIT {
    private static final Pattern RAW = Pattern.compile(
            "\\?\\?|>(settlements?|settle|deduction|lots?|newlot|event|timeline|steps|tally|home|log)\\.[a-zA-Z]");

    private static LoggedIn service;
    private static Map<String, String> keys;

    @BeforeAll
    static void start() {
        service = LoggedIn.start(Settling.events());
        var made = service.context().getBean(ApiKeys.class);
        keys = new LinkedHashMap<>();
        for (var role : Role.values()) {
            var own = role == Role.CLERK ? DAKANG : YONGHUI;
            keys.put(role.name(), made.make("test", role, role.isOfOneOrganisation() ? own : null));
        }
        keys.put("STRANGER", made.make("test", Role.CLERK, new PartyId("another")));
        keys.put("OTHER_MARKET", made.make("test", Role.RECEIVER, new PartyId("another")));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String page(String who, String path, String language) {
        var answer = service.web()
                .send("GET", path, "Authorization", "Bearer " + keys.get(who), "Accept-Language", language);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static int status(String who, String path) {
        return service.web()
                .send("GET", path, "Authorization", "Bearer " + keys.get(who))
                .statusCode();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("[\\s\\u00a0]+", " ");
    }

    private static List<String> commands(String who, String path) {
        return Pattern.compile("data-command=\"([^\"]+)\"")
                .matcher(page(who, path, "en"))
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    @Test
    void listEachSideItsOwn() {
        var mine = page("CLERK", "/settlements", "zh-CN");
        assertThat(text(mine)).contains("yonghui zh", "已付款", "36.00 元", "7.20 元", "25.20 元", "新建结算");
        assertThat(mine).contains("/settlements/S1", "href=\"/export/settlements.xlsx\"");
        var open = page("RECEIVER", "/settlements?state=OPEN&from=2020-05-01", "en");
        assertThat(open).contains("/settlements/OPEN", "/export/settlements.xlsx?state=OPEN&amp;from=2020-05-01");
        assertThat(open).doesNotContain("/settlements/PAID", "/settlements/new");
        assertThat(text(page("STRANGER", "/settlements", "en"))).contains("Once a market has received goods");
    }

    @Test
    void addUpFromGrossToNetToPaths() {
        var html = text(page("ANALYST", "/settlements/PAID", "zh-CN"));
        assertThat(html)
                .contains("货款 36.00 元", "售后退货 -7.20 元", "留存货款 28.80 元", "运费 凭据：运单 7 12.5 % -3.60 元", "净额 25.20 元")
                .contains("订单收购 70 % 17.64 元", "未分配 30 % 7.56 元")
                .contains("BACK 2020-05-01 tomato zh 8 公斤 28.80 元");
        assertThat(text(page("CLERK", "/settlements/OPEN", "en"))).contains("Once the market agrees", "has to check");
        assertThat(text(page("RECEIVER", "/settlements/VOID", "zh-CN"))).contains("应退还市场 36.00 元");
    }

    @Test
    void tellEverythingThatHappenedInOrder() {
        var html = page("AUDITOR", "/settlements/PAID", "zh-CN");
        var told = text(html);
        assertThat(told)
                .containsSubsequence(
                        "发起结算",
                        "货款 36.00 元",
                        "净额 31.50 元",
                        "确认结算",
                        "登记付款",
                        "回单 42",
                        "售后退货",
                        "变质",
                        "退回 2 公斤",
                        "货款 7.20 元");
        assertThat(told).contains("操作方：tester", "记录于 2026-01-01 08:00");
        assertThat(html).containsPattern("href=\"/events\\?position=[0-9]+\"");
        assertThat(page("CLERK", "/settlements/PAID", "en")).doesNotContain("/events");
    }

    @Test
    void offerWhatEachSideMayDoNext() {
        assertThat(commands("CLERK", "/settlements/OPEN")).containsExactly("reversal");
        assertThat(commands("RECEIVER", "/settlements/OPEN")).containsExactly("agreement", "reversal");
        assertThat(commands("RECEIVER", "/settlements/S1")).containsExactly("payment", "returns", "reversal");
        assertThat(commands("RECEIVER", "/settlements/PAID")).containsExactly("returns", "reversal");
        for (var who : List.of("CLERK", "RECEIVER")) {
            assertThat(commands(who, "/settlements/VOID")).isEmpty();
        }
        for (var who : List.of("ANALYST", "HOUSEHOLD_VIEWER", "AUDITOR")) {
            assertThat(commands(who, "/settlements/OPEN")).isEmpty();
            assertThat(commands(who, "/lots/T3")).isEmpty();
        }
        assertThat(page("RECEIVER", "/settlements/PAID", "en")).contains("max=\"8\"", "data-scale=\"1000\"");
    }

    @Test
    void letAClerkChooseWhatMayBeSettled() {
        var choose = page("CLERK", "/settlements/new", "zh-CN");
        assertThat(choose).contains("/settlements/new?origin=dakang&amp;market=yonghui");
        assertThat(text(choose)).contains("与哪个市场结算", "1 张发货单，36.00 元");
        var form = page("CLERK", "/settlements/new?market=yonghui", "zh-CN");
        assertThat(form).contains("value=\"FREE\"", "data-kind=\"COOPERATIVE_FEE\"");
        assertThat(form).doesNotContain("value=\"ARGUED\"", "value=\"BOUND\"", "value=\"SH1\"", "value=\"ROAD\"");
        assertThat(text(page("CLERK", "/settlements/new?market=another", "en"))).contains("nothing to settle with");
        assertThat(text(page("STRANGER", "/settlements/new", "en"))).contains("There is nothing to settle");
    }

    @Test
    void listLotsByWhatIsLeftAndHeld() {
        assertThat(text(page("CLERK", "/lots", "zh-CN"))).contains("T3 已冻结", "tomato zh", "60 公斤", "新批次");
        assertThat(page("CLERK", "/lots?held=true", "en")).contains("/lots/T3").doesNotContain("/lots/T1");
        assertThat(page("CLERK", "/lots?held=false&product=tomato", "en"))
                .contains("/lots/T1", "/lots?product=tomato&amp;left=true&amp;held=false")
                .doesNotContain("/lots/T3");
        assertThat(text(page("STRANGER", "/lots", "en"))).contains("Once households have delivered");
        assertThat(status("CLERK", "/lots?held=perhaps")).isEqualTo(400);
    }

    @Test
    void showWhoBroughtALotAndWhereItWent() {
        var lot = page("CLERK", "/lots/T3", "zh-CN");
        assertThat(text(lot))
                .contains("已冻结，不能发货：抽检", "剩余 60 公斤", "交货农户（1 户）", "H01 90 公斤", "BOUND 10 公斤")
                .containsSubsequence("登记批次", "冻结", "抽检", "发货取用", "数量 10 公斤 FREE");
        assertThat(commands("CLERK", "/lots/T3")).containsExactly("release");
        assertThat(commands("CLERK", "/lots/T1")).containsExactly("hold");
        assertThat(page("AUDITOR", "/lots/T3", "en")).contains("H01", "/events?position=");
        for (var who : List.of("ANALYST", "HOUSEHOLD_VIEWER")) {
            assertThat(text(page(who, "/lots/T3", "en"))).doesNotContain("H01").contains("p.");
        }
        assertThat(text(page("CLERK", "/lots/T3?brought=200", "en"))).doesNotContain("H01");
        assertThat(status("CLERK", "/lots/T3?brought=-1")).isEqualTo(400);
    }

    @Test
    void letAClerkRecordALotAndComeBack() {
        var form = page("CLERK", "/lots/new?back=/shipments/new", "zh-CN");
        assertThat(form)
                .contains("data-back=\"/shipments/new\"", "value=\"tomato\"", "value=\"JIN\"", "value=\"dakang\"");
        for (var away : List.of("https://example.org/", "//example.org", "/%5Cexample.org", "javascript:x")) {
            var answer =
                    service.web().send("GET", "/lots/new?back=" + away, "Authorization", "Bearer " + keys.get("CLERK"));
            assertThat(answer.body()).as(away).doesNotContain("data-back");
        }
        assertThat(page("CLERK", "/shipments/new", "en")).contains("/lots/new?back=/shipments/new");
    }

    @Test
    void keepForeignOnesFromEachSide() {
        for (var path : List.of("/settlements/S1", "/settlements?origin=dakang")) {
            assertThat(status("STRANGER", path)).as(path).isEqualTo(403);
        }
        assertThat(status("OTHER_MARKET", "/settlements/S1")).isEqualTo(403);
        assertThat(status("STRANGER", "/lots/T1")).isEqualTo(403);
        assertThat(status("STRANGER", "/settlements/new?origin=dakang&market=yonghui"))
                .isEqualTo(403);
        assertThat(status("CLERK", "/settlements/NOTHING")).isEqualTo(404);
        assertThat(status("CLERK", "/lots/NOTHING")).isEqualTo(404);
    }

    @Test
    void haveTextsInBothLanguages() {
        for (var language : List.of("zh-CN", "en")) {
            for (var path : List.of(
                    "/",
                    "/settlements",
                    "/settlements/OPEN",
                    "/settlements/PAID",
                    "/settlements/VOID",
                    "/settlements/S1")) {
                for (var who : List.of("CLERK", "RECEIVER", "AUDITOR")) {
                    assertThat(RAW.matcher(page(who, path, language)).find())
                            .as(path)
                            .isFalse();
                }
            }
            for (var path : List.of(
                    "/lots",
                    "/lots/T1",
                    "/lots/T3",
                    "/lots/new",
                    "/settlements/new",
                    "/settlements/new?market=yonghui")) {
                assertThat(RAW.matcher(page("CLERK", path, language)).find())
                        .as(path)
                        .isFalse();
            }
        }
    }
}
