package linxi.query.web;

import static linxi.query.Story.AT;
import static linxi.query.Story.DAKANG;
import static linxi.query.Story.T1;
import static linxi.query.Story.YONGHUI;
import static linxi.query.Story.accepted;
import static linxi.query.Story.line;
import static linxi.query.Story.logged;
import static linxi.query.Story.lot;
import static linxi.query.Story.receipt;
import static linxi.query.Story.received;
import static linxi.query.Story.total;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.BaseUnit;
import linxi.events.Channel;
import linxi.events.Event;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.ShipmentEvent.CorrectedLine;
import linxi.events.ShipmentEvent.ReceiptCorrected;
import linxi.events.ShipmentEvent.ShipmentArrived;
import linxi.events.ShipmentEvent.ShipmentDispatched;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import linxi.events.Tally;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages about shipments as each role is sent them. */
class ShipmentScreensIT {
    private static final ShipmentId ROAD = new ShipmentId("ROAD");
    private static final ShipmentId GATE = new ShipmentId("GATE");
    private static final ShipmentId MENDED = new ShipmentId("MENDED");
    private static final Tally SHORT = new Tally(9_000, 1_000, 0, 0, 0);
    private static final Pattern RAW = Pattern.compile(
            "\\?\\?|>(shipments?|state|kind|tally|event|answer|settlement|timeline|steps|new|receive|correct|command|home)\\.[a-zA-Z]");

    private static LoggedIn service;
    private static Map<String, String> keys;

    @BeforeAll
    static void start() {
        service = LoggedIn.start(
                logged(ROAD, AT.plusSeconds(60), line(T1, 3)),
                new ShipmentDispatched(ROAD, DAKANG, "蒙D12345", AT.plusSeconds(70)),
                logged(GATE, AT.plusSeconds(80), line(T1, 4)),
                new ShipmentDispatched(GATE, DAKANG, null, AT.plusSeconds(81)),
                new ShipmentArrived(GATE, DAKANG, AT.plusSeconds(82)),
                logged(MENDED, AT.plusSeconds(90), line(T1, 10)),
                new ShipmentDispatched(MENDED, DAKANG, null, AT.plusSeconds(91)),
                receipt(
                        MENDED,
                        AT.plusSeconds(92),
                        List.of(received(T1, accepted(10), null)),
                        total(T1, 10, accepted(10))),
                corrected(),
                lot(new LotId("T3"), 50));
        var made = service.context().getBean(ApiKeys.class);
        keys = new LinkedHashMap<>();
        for (var role : Role.values()) {
            var own = role == Role.CLERK ? DAKANG : YONGHUI;
            keys.put(role.name(), made.make("test", role, role.isOfOneOrganisation() ? own : null));
        }
        keys.put("STRANGER", made.make("test", Role.CLERK, new PartyId("another")));
        keys.put("OTHER_MARKET", made.make("test", Role.RECEIVER, new PartyId("another")));
    }

    private static Event corrected() {
        var line = new CorrectedLine(
                T1,
                linxi.query.Story.TOMATO,
                BaseUnit.GRAM,
                accepted(10),
                SHORT,
                Money.ofFen(3_600),
                Money.ofFen(3_240),
                "少装一筐");
        return new ReceiptCorrected(
                MENDED,
                DAKANG,
                YONGHUI,
                ShipmentKind.SALE,
                Channel.SUPERMARKET,
                List.of(line),
                LocalDate.parse("2020-05-01"),
                true,
                "复点",
                AT.plusSeconds(93));
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

    /** Without tags, so that a text is found whatever stands around its parts. */
    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("[\\s\\u00a0]+", " ");
    }

    /** The list while one of it is open, but not while another entry is. */
    @Test
    void markWhereTheReaderIs() {
        assertThat(marked("/shipments")).containsExactly("/shipments page");
        assertThat(marked("/shipments/SH1")).containsExactly("/shipments true");
        assertThat(marked("/shipments/new")).containsExactly("/shipments/new page");
    }

    private static List<String> marked(String path) {
        return Pattern.compile("<a href=\"([^\"]+)\"\\s+aria-current=\"(page|true)\"[^>]*>")
                .matcher(page("CLERK", path, "en").replaceAll("(?s).*<header|</header>.*", ""))
                .results()
                .map(it -> it.group(1) + " " + it.group(2))
                .toList();
    }

    @Test
    void showEachSideItsOwnNewestFirst() {
        var mine = page("CLERK", "/shipments", "zh-CN");
        assertThat(text(mine)).contains("我的发货", "yonghui zh", "收货有差异", "拒收 4 公斤 损失 6 公斤", "2020-05-01");
        assertThat(mine.indexOf("/shipments/MENDED"))
                .isPositive()
                .isLessThan(mine.indexOf("/shipments/GATE"))
                .isLessThan(mine.indexOf("/shipments/SH1"));
        assertThat(text(page("RECEIVER", "/shipments", "zh-CN"))).contains("到货与收货", "dakang zh", "ROAD");
        assertThat(text(page("ANALYST", "/shipments", "en"))).contains("dakang zh", "yonghui zh", "In transit");
    }

    @Test
    void narrowByStateAndDayAndGoOnToOlderOnes() {
        var road = page("CLERK", "/shipments?state=IN_TRANSIT&from=2020-05-01", "en");
        assertThat(road).contains("/shipments/ROAD").doesNotContain("/shipments/GATE");
        assertThat(road).contains("/shipments?state=ARRIVED&amp;from=2020-05-01");
        var first = page("AUDITOR", "/shipments?limit=2", "en");
        var older = Pattern.compile("href=\"(/shipments\\?limit=2&amp;after=[^\"]+)\"")
                .matcher(first);
        assertThat(older.find()).as(first).isTrue();
        var second = page("AUDITOR", older.group(1).replace("&amp;", "&"), "en");
        assertThat(second).contains("/shipments/ROAD", "Back to the newest").doesNotContain("/shipments/MENDED");
    }

    @Test
    void teachWhereThereIsNothing() {
        assertThat(text(page("STRANGER", "/shipments", "zh-CN"))).contains("还没有发货单。登记一批发货后");
        assertThat(text(page("OTHER_MARKET", "/shipments", "en"))).contains("Nothing was sent to your market yet");
        assertThat(text(page("CLERK", "/shipments?state=LOST", "en"))).contains("No shipment is like that");
    }

    @Test
    void showEverythingOfOne() {
        var html = text(page("CLERK", "/shipments/SH1", "zh-CN"));
        assertThat(html)
                .contains("单价 3.60 元/公斤", "货款 360.00 元", "S1 · 已确认 · 净额 360.00 元", "变质")
                .contains("登记发货 2020-05-01 16:00", "列入结算", "进商超", "记录于 2026-01-01 08:00");
        assertThat(text(page("RECEIVER", "/shipments/ROAD", "en"))).contains("蒙D12345", "In transit", "by tester");
    }

    @Test
    void showACorrectionBesideTheOriginal() {
        var html = text(page("CLERK", "/shipments/MENDED", "zh-CN"));
        assertThat(html).contains("更正收货", "更正前： 收货 10 公斤", "更正后： 收货 9 公斤 短缺 1 公斤", "少装一筐", "复点");
    }

    @Test
    void offerWhatTheReaderMayDoNext() {
        assertThat(commands("CLERK", "N0")).containsExactlyInAnyOrder("dispatch", "cancellation");
        assertThat(commands("RECEIVER", "N0")).isEmpty();
        assertThat(commands("CLERK", "ROAD")).containsExactly("loss");
        assertThat(commands("RECEIVER", "ROAD"))
                .containsExactly("receipts", "receipts", "arrival", "receipts", "rejection", "loss");
        assertThat(commands("RECEIVER", "GATE")).containsExactly("receipts", "receipts", "receipts", "rejection");
        assertThat(commands("RECEIVER", "MENDED")).containsExactly("receipt-corrections");
        assertThat(commands("CLERK", "MENDED"))
                .containsExactlyInAnyOrder("discrepancy-agreement", "discrepancy-dispute");
        assertThat(commands("CLERK", "SH1"))
                .as("settled, and rejected goods away")
                .containsExactly("return-receipt");
        assertThat(commands("RECEIVER", "SH1")).as("settled").isEmpty();
        for (var who : List.of("ANALYST", "HOUSEHOLD_VIEWER", "AUDITOR")) {
            assertThat(commands(who, "ROAD")).isEmpty();
        }
    }

    @Test
    void letAClerkChooseAmongLotsWithSomethingLeft() {
        var html = page("CLERK", "/shipments/new", "zh-CN");
        assertThat(html).contains("value=\"tomato\"", "value=\"KILOGRAM\"", "value=\"JIN\"", "value=\"yonghui\"");
        assertThat(text(html)).contains("斤", "吨", "剩余 50 公斤", "T3", "每张发货单登记一个批次");
        assertThat(RAW.matcher(html + page("CLERK", "/shipments/new", "en")).find())
                .isFalse();
        assertThat(text(page("STRANGER", "/shipments/new", "en"))).contains("No lot has anything left");
        assertThat(page("CLERK", "/", "en")).contains("href=\"/shipments/new\"");
        assertThat(page("RECEIVER", "/", "en")).doesNotContain("/shipments/new");
        assertThat(status("RECEIVER", "/shipments/new")).isEqualTo(403);
    }

    private static List<String> commands(String who, String shipment) {
        return Pattern.compile("data-command=\"([^\"]+)\"")
                .matcher(page(who, "/shipments/" + shipment, "en"))
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    @Test
    void keepForeignOnesFromEachSide() {
        assertThat(status("STRANGER", "/shipments/SH1")).isEqualTo(403);
        assertThat(status("OTHER_MARKET", "/shipments/SH1")).isEqualTo(403);
        assertThat(status("CLERK", "/shipments?origin=another")).isEqualTo(403);
        assertThat(status("ADMIN", "/shipments")).isEqualTo(403);
        assertThat(status("CLERK", "/shipments/NOTHING")).isEqualTo(404);
    }

    @Test
    void haveTextsInBothLanguages() {
        for (var language : List.of("zh-CN", "en")) {
            for (var path : List.of(
                    "/", "/shipments", "/shipments/SH1", "/shipments/MENDED", "/shipments/ROAD", "/shipments/N0")) {
                for (var who : List.of("CLERK", "RECEIVER", "AUDITOR")) {
                    var html = page(who, path, language);
                    assertThat(RAW.matcher(html).find()).as(html).isFalse();
                }
            }
        }
    }
}
