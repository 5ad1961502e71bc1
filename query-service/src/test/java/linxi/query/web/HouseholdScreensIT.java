package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.AgreementEvent.AgreementAmended;
import linxi.events.AgreementEvent.AgreementEnded;
import linxi.events.AgreementId;
import linxi.events.Event;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.query.Story;
import linxi.query.WorkedExample;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages of households and agreements as each role is sent them. */
class HouseholdScreensIT {
    private static final String DAYS = "from=2020-05-01&to=2020-05-31";
    private static final Pattern KEY = Pattern.compile("\\bH(0[1-9]|1[01])\\b");
    private static final Pattern RAW = Pattern.compile(
            "\\?\\?|>(households?|purpose|how|agreements?|event|path|status|overview|timeline)\\.[a-zA-Z]");

    private static LoggedIn service;
    private static Map<String, String> keys;

    @BeforeAll
    static void start() {
        var events = new ArrayList<Event>(WorkedExample.households());
        events.addAll(new WorkedExample("W", false).events());
        var agreement = new AgreementId("WA");
        events.add(new AgreementAmended(
                agreement,
                Story.DAKANG,
                2,
                LocalDate.parse("2021-01-01"),
                new TreeMap<>(Map.of(IncomePath.ORDER_PURCHASE, 9_875, IncomePath.WAGE, 125)),
                null,
                Instant.parse("2020-09-01T02:00:00Z")));
        events.add(new AgreementEnded(
                agreement, Story.DAKANG, LocalDate.parse("2021-12-31"), Instant.parse("2020-09-02T02:00:00Z")));
        service = LoggedIn.start(events);
        var made = service.context().getBean(ApiKeys.class);
        keys = new LinkedHashMap<>();
        for (var role : Role.values()) {
            keys.put(role.name(), made.make("test", role, role.isOfOneOrganisation() ? Story.DAKANG : null));
        }
        keys.put("STRANGER", made.make("test", Role.CLERK, new PartyId("another")));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> get(String who, String path, String... more) {
        var headers = new ArrayList<>(List.of("Authorization", "Bearer " + keys.get(who), "Accept-Language", "zh-CN"));
        headers.addAll(List.of(more));
        return service.web().send("GET", path, headers.toArray(String[]::new));
    }

    private static String page(String who, String path, String... more) {
        var answer = get(who, path, more);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String[] looksAt(String purpose) {
        return new String[] {"Cookie", "linxi-purpose=" + URLEncoder.encode(purpose, StandardCharsets.UTF_8)};
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("[\\s\\u00a0]+", " ");
    }

    private static List<String> links(String html, String pattern) {
        return Pattern.compile("href=\"(" + pattern + ")\"")
                .matcher(html)
                .results()
                .map(it -> it.group(1).replace("&amp;", "&"))
                .toList();
    }

    private static List<Document> accesses() {
        return service.context()
                .getBean(MongoDatabase.class)
                .getCollection("household_access")
                .find()
                .into(new ArrayList<>());
    }

    @Test
    void listWhoEarnedMostFirstWithSums() {
        var html = page("AUDITOR", "/households?" + DAYS);
        // The sale of the other settlement brings H01 288 yuan and H02 70.
        assertThat(text(html)).contains("691.24 万元", "增收农户 10", "以户为单位统计，不是人数", "订单收购", "0.401 分");
        assertThat(html.indexOf("/households/H11/income?" + DAYS.replace("&", "&amp;")))
                .isPositive()
                .isLessThan(html.indexOf("/households/H01/income"));
        assertThat(html).doesNotContain("/households/H08/income");
        assertThat(links(html, "/export/income.xlsx[^\"]*"))
                .contains("/export/income.xlsx?" + DAYS + "&groupBy=village")
                .hasSize(4);
    }

    @Test
    void leadFromEverySumToTheHouseholdsInIt() {
        var html = page("AUDITOR", "/households?" + DAYS);
        for (var path : links(html, "/households\\?[^\"]*(?:path|status|village)=[^\"]*")) {
            var there = page("AUDITOR", path);
            var counted = Pattern.compile(
                            Pattern.quote("href=\"" + path.replace("&", "&amp;") + "\"")
                                    + ".*?</th>\\s*<td[^>]*>[^<]*</td>\\s*<td[^>]*>([0-9]+)</td>",
                            Pattern.DOTALL)
                    .matcher(html);
            assertThat(counted.find()).as(path).isTrue();
            assertThat(there).as(path).contains("data-figure=\"households\">" + counted.group(1) + "<");
            assertThat(there.split("data-row", -1)).as(path).hasSize(Integer.parseInt(counted.group(1)) + 1);
        }
        assertThat(page("AUDITOR", "/households?" + DAYS + "&path=WAGE&status=UNKNOWN&village=shiertu"))
                .contains("/households/H09/income", "/households/H10/income")
                .doesNotContain("/households/H11/income");
    }

    @Test
    void goOnPageByPage() {
        var first = page("AUDITOR", "/households?" + DAYS + "&limit=500");
        assertThat(links(first, "[^\"]*after=[^\"]*")).isEmpty();
        assertThat(page("AUDITOR", "/households?" + DAYS + "&after=9").split("data-row", -1))
                .hasSize(2);
        for (var who : List.of("AUDITOR", "ANALYST", "CLERK")) {
            var register = who.equals("CLERK") ? "/households?limit=10" : "/households?all=true&limit=10";
            var further = links(page(who, register), "/households\\?[^\"]*after=[^\"]*")
                    .getFirst();
            assertThat(page(who, further).split("data-row", -1)).as(who).hasSize(2);
        }
        assertThat(get("AUDITOR", "/households?after=x").statusCode()).isEqualTo(400);
        assertThat(get("ANALYST", "/households?all=true&after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void hideKeysFromAnalysts() {
        var html = page("ANALYST", "/households?" + DAYS);
        assertThat(KEY.matcher(html).find()).isFalse();
        var household = links(html, "/households/p\\.[^\"]*").getFirst();
        var income = page("ANALYST", household);
        assertThat(KEY.matcher(income).find()).isFalse();
        var how = page(
                "ANALYST", links(income, "/households/p\\.[^\"]*/lines/[^\"]*").getFirst());
        assertThat(KEY.matcher(how).find()).isFalse();
        assertThat(how).contains("data-verdict=\"MATCHES\"").doesNotContain("data-purpose");
        var members = page("ANALYST", "/agreements/WA?path=WAGE");
        assertThat(KEY.matcher(members).find()).isFalse();
        assertThat(members).contains(">p.");
        assertThat(get("ANALYST", "/households/H01/income", looksAt("本季度核对")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void showKeysForAPurposeThatIsWrittenDown() {
        var asked = page("HOUSEHOLD_VIEWER", "/households?" + DAYS);
        assertThat(asked).contains("data-purpose", "<label for=\"purpose\"");
        assertThat(KEY.matcher(asked).find()).isFalse();
        int before = accesses().size();
        var purpose = "核对 5 月分配; 张三 <b>";
        var shown = page("HOUSEHOLD_VIEWER", "/households?" + DAYS, looksAt(purpose));
        assertThat(shown).contains("/households/H01/income", "核对 5 月分配; 张三 &lt;b&gt;", "data-purpose-end");
        assertThat(accesses()).hasSize(before + 1);
        assertThat(accesses().getLast())
                .containsEntry("purpose", purpose)
                .containsEntry("path", "/households")
                .containsEntry("query", DAYS);
        var masked = links(asked, "/households/p\\.[^\"]*").getFirst();
        assertThat(page("HOUSEHOLD_VIEWER", masked, looksAt(purpose))).contains("data-household>H");
        assertThat(accesses()).hasSize(before + 2);
    }

    @Test
    void takeNoCookieForAPurposeOfAProgram() {
        int before = accesses().size();
        var answer = get("HOUSEHOLD_VIEWER", "/api/households", looksAt("核对 5 月分配"));
        assertThat(KEY.matcher(answer.body()).find()).isFalse();
        assertThat(KEY.matcher(page("HOUSEHOLD_VIEWER", "/households", looksAt("短")))
                        .find())
                .as("too short")
                .isFalse();
        assertThat(KEY.matcher(page("ANALYST", "/households", looksAt("核对 5 月分配")))
                        .find())
                .isFalse();
        assertThat(accesses()).hasSize(before);
    }

    @Test
    void giveTheRegisterAloneToWhoMayNotSeeIncome() {
        var clerk = page("CLERK", "/households");
        assertThat(text(clerk)).contains("农户名册", "H01", "shiertu").doesNotContain("建档立卡", "万元", "未登记类型");
        assertThat(clerk).doesNotContain("/income");
        assertThat(get("CLERK", "/households?status=REGISTERED_POOR").statusCode())
                .isEqualTo(400);
        assertThat(get("CLERK", "/households/H01/income").statusCode()).isEqualTo(403);
        var admin = page("ADMIN", "/households?village=shiertu");
        assertThat(text(admin)).contains("建档立卡贫困户", "H11");
        assertThat(admin).doesNotContain("/income");
    }

    @Test
    void showOneHouseholdsSumsAndLines() {
        var html = page("AUDITOR", "/households/H01/income?" + DAYS);
        assertThat(text(html)).contains("852,770.02 元", "85,277,002 分", "80,640,201.600000 分", "2020-05 85.28 万元");
        assertThat(html).contains("href=\"/settlements/WS\"");
        var page = page("AUDITOR", "/households/H01/income?limit=2");
        var older = links(page, "/households/H01/income\\?[^\"]*after=[^\"]*").getFirst();
        assertThat(page.split("data-line", -1)).hasSize(3);
        assertThat(page("AUDITOR", older)).contains("data-line").contains("data-how");
        assertThat(get("AUDITOR", "/households/H99/income").statusCode()).isEqualTo(404);
        assertThat(text(page("AUDITOR", "/households/H08/income"))).contains("这段时间没有增收记录");
    }

    @Test
    void showAgreementsVersionByVersion() {
        assertThat(text(page("CLERK", "/agreements"))).contains("WA", "2021-01-01 至 2021-12-31", "订单收购 98.75 %");
        var html = text(page("CLERK", "/agreements/WA?path=WAGE"));
        assertThat(html)
                .contains("第 2 版 自 2021-01-01 起", "务工 1.25 %", "第 1 版 自 2020-01-01 起", "土地流转 8 %", "H09 1")
                .contains("修订协议", "终止协议", "有效到 2021-12-31 为止", "记录于 2026-01-01 08:00");
        assertThat(get("STRANGER", "/agreements/WA").statusCode()).isEqualTo(403);
        assertThat(text(page("STRANGER", "/agreements"))).contains("还没有协议");
        assertThat(page("CLERK", "/agreements/A1")).contains("data-agreement=\"amend\"", "data-agreement=\"end\"");
        assertThat(page("CLERK", "/agreements/WA")).as("ended").doesNotContain("data-agreement");
        assertThat(page("ANALYST", "/agreements/A1")).doesNotContain("data-agreement");
    }

    @Test
    void leadFromEveryMomentOfAnAgreementToTheLog() {
        var html = page("AUDITOR", "/agreements/WA");
        assertThat(links(html, "/events\\?position=[0-9]+"))
                .hasSize(3)
                .hasSize(html.split("data-event=", -1).length - 1)
                .doesNotHaveDuplicates();
        assertThat(page("CLERK", "/agreements/WA")).contains("data-event=").doesNotContain("/events?");
    }

    @Test
    void haveTextsInBothLanguages() {
        for (var path : List.of("/households", "/households?all=true", "/households/H01/income", "/agreements")) {
            for (var language : List.of("zh-CN", "en")) {
                var answer = service.web()
                        .send(
                                "GET",
                                path,
                                "Authorization",
                                "Bearer " + keys.get("AUDITOR"),
                                "Accept-Language",
                                language);
                assertThat(RAW.matcher(answer.body()).find()).as(answer.body()).isFalse();
            }
        }
    }
}
