package linxi.query.web;

import static linxi.query.Story.AT;
import static linxi.query.Story.DAKANG;
import static linxi.query.Story.S1;
import static linxi.query.Story.SH1;
import static linxi.query.Story.T1;
import static linxi.query.Story.TOMATO;
import static linxi.query.Story.YONGHUI;
import static linxi.query.Story.accepted;
import static linxi.query.Story.fen;
import static linxi.query.Story.kilograms;
import static linxi.query.Story.line;
import static linxi.query.Story.party;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.Channel;
import linxi.events.Event;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import linxi.events.Quantity;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.ReturnedLine;
import linxi.events.ShipmentEvent.LineTotal;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentEvent.ReceivedLine;
import linxi.events.ShipmentEvent.ShipmentLogged;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import linxi.events.Tally;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 看板 and 大屏 as they are sent, and the lists that their numbers lead to. */
class DashboardIT {
    private static final Pattern NUMBER =
            Pattern.compile("<a class=\"number-link\" href=\"([^\"]+)\"([^>]*)>([^<]+)</a>");
    private static final Pattern FULL = Pattern.compile("title=\"([^\"]+)\"");
    private static final Pattern RAW =
            Pattern.compile("\\?\\?|>(overview|figure|period|live|wall|sold|earned|path|channel|home)\\.[a-zA-Z]");

    private static final PartyId HOHHOT = new PartyId("hohhot");

    private static LoggedIn service;
    private static String auditor;

    @BeforeAll
    static void start() {
        service = LoggedIn.start(
                party(HOHHOT, PartyKind.MARKET, "CN-NM"),
                logged("SHORT", YONGHUI, ShipmentKind.SALE),
                received("SHORT", YONGHUI, ShipmentKind.SALE, new Tally(7_000, 1_000, 2_000, 0, 0), 2_520, 40),
                logged("GIFT", YONGHUI, ShipmentKind.DONATION),
                received("GIFT", YONGHUI, ShipmentKind.DONATION, accepted(10), 0, 40),
                logged("HOME", HOHHOT, ShipmentKind.SALE),
                received("HOME", HOHHOT, ShipmentKind.SALE, accepted(10), 1_200, 45),
                returned());
        auditor = service.context().getBean(ApiKeys.class).make("test", Role.AUDITOR, null);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Event logged(String id, PartyId market, ShipmentKind kind) {
        return new ShipmentLogged(
                new ShipmentId(id), DAKANG, market, kind, Channel.SCHOOL_CANTEEN, List.of(line(T1, 10)), AT);
    }

    private static Event received(
            String id, PartyId market, ShipmentKind kind, Tally tally, long gross, int afterDays) {
        return new ReceiptConfirmed(
                new ShipmentId(id),
                DAKANG,
                market,
                kind,
                Channel.SCHOOL_CANTEEN,
                List.of(new ReceivedLine(T1, tally, null)),
                true,
                List.of(new LineTotal(T1, TOMATO, kilograms(10), tally, fen(gross))),
                AT.plus(Duration.ofDays(afterDays)));
    }

    private static Event returned() {
        return new GoodsReturned(
                S1,
                DAKANG,
                YONGHUI,
                List.of(new ReturnedLine(SH1, T1, TOMATO, Channel.SUPERMARKET, Quantity.grams(2_000), fen(720))),
                fen(720),
                List.of(),
                fen(720),
                List.of(),
                fen(-720),
                "坏果",
                AT.plus(Duration.ofDays(70)));
    }

    private static HttpResponse<String> get(String path, String language) {
        return service.web().send("GET", path, "Authorization", "Bearer " + auditor, "Accept-Language", language);
    }

    private static String page(String path, String language) {
        var answer = get(path, language);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        assertThat(RAW.matcher(answer.body()).results()).as(path).isEmpty();
        return answer.body();
    }

    private static String unescaped(String html) {
        return html.replace("&amp;", "&");
    }

    /** Each number that there is, and its full figure, by where it leads. */
    private static Map<String, String> numbers(String html) {
        var found = new LinkedHashMap<String, String>();
        NUMBER.matcher(html).results().forEach(it -> {
            var full = FULL.matcher(it.group(2));
            found.merge(
                    unescaped(it.group(1)),
                    full.find() ? full.group(1) : it.group(3),
                    (one, other) -> one + "\n" + other);
        });
        return found;
    }

    @Test
    void everyNumberOpensAListWithThatNumberAsItsTotal() {
        for (var period : List.of(
                "/overview",
                "/overview?from=2020-06-01&to=2020-07-31",
                "/overview?to=2020-05-31",
                "/wall",
                "/wall?day=2020-06-10")) {
            var numbers = numbers(page(period, "zh-CN"));
            assertThat(numbers).hasSizeGreaterThan(10);
            numbers.forEach((link, figures) -> {
                var list = page(link, "zh-CN");
                for (var figure : figures.split("\n", -1)) {
                    // A share is of something; a cell of the matrix says both quantity and sales.
                    for (var part : figure.split(" / .*| · ", -1)) {
                        var expected = part.startsWith("0\u00a0") && link.contains("measure=") ? "–" : part;
                        assertThat(list).as(period + " " + link + " " + figure).contains(expected);
                    }
                }
            });
        }
    }

    /** Part of 390 yuan; and 390 yuan for 115 kilograms: 100 and 7 and 10, less 2 that came back. */
    @Test
    void saysWhatPartWentToBeijingAndAtWhichPrice() {
        assertThat(page("/overview", "zh-CN"))
                .contains(
                        "title=\"378.00\u00a0元 / 390.00\u00a0元\" data-figure=\"beijing\">96.92\u00a0%<",
                        "data-figure=\"price\">3.3913\u00a0元/公斤<");
        assertThat(page("/overview?from=2020-06-01&to=2020-06-30", "en"))
                .contains("data-figure=\"beijing\">67.74\u00a0%<", "data-figure=\"price\">¥2.1882/kg<");
        assertThat(page("/wall", "en")).contains("data-figure=\"beijing\">96.92\u00a0%<");
        assertThat(page("/sales/shipments?region=CN-BJ", "en"))
                .contains("data-total=\"gross\">¥378.00<", "/shipments/SHORT")
                .doesNotContain("/shipments/HOME");
        assertThat(page("/sales/shipments?region=CN-NM", "en"))
                .contains("data-total=\"gross\">¥12.00<", "/shipments/HOME")
                .doesNotContain("/shipments/SH1");
    }

    @Test
    void theWallOpensEveryNumberThatItShows() {
        var wall = numbers(page("/wall", "zh-CN"));
        assertThat(wall.keySet())
                .contains("/shipments/SHORT", "/shipments/SH1", "/shipments/HOME")
                .anyMatch(it -> it.contains("region=CN-BJ"))
                .anyMatch(it -> it.contains("market=hohhot"))
                .anyMatch(it -> it.contains("product=tomato"));
    }

    @Test
    void linesAddUpWithReturnsOnTheirOwnDays() {
        var may = page("/sales/shipments?to=2020-05-31", "en");
        assertThat(may)
                .contains("data-total=\"gross\">¥360.00<", "/shipments/SH1")
                .doesNotContain("Returned after sale");
        var july = page("/sales/shipments?from=2020-07-01", "en");
        assertThat(july)
                .contains("data-total=\"gross\">¥-7.20<", "Returned after sale", "/shipments/SH1", ">-2\u00a0kg<");
        assertThat(page("/sales/shipments?measure=REJECTED", "en")).contains("/shipments/SHORT", "/shipments/SH1");
        assertThat(page("/sales/shipments?measure=SHORT", "en"))
                .contains("/shipments/SHORT")
                .doesNotContain("/shipments/SH1");
        assertThat(page("/sales/shipments?measure=DONATED", "en"))
                .contains("/shipments/GIFT", ">10\u00a0kg<")
                .doesNotContain("/shipments/SH1");
    }

    @Test
    void incomeLeadsToItsSettlements() {
        assertThat(page("/income/settlements?path=WAGE", "en"))
                .contains("/settlements/S1", "data-total=\"income\">¥70.00<");
        var july = page("/income/settlements?unattributed=true&from=2020-07-01", "zh-CN");
        assertThat(july).contains("/settlements/S1", "data-total=\"unattributed\">-7.20\u00a0元<");
        assertThat(page("/income/settlements?from=2021-01-01", "en")).contains("No settlement");
    }

    @Test
    void showsDaysWhereTheSpanIsShortAndMonthsElse() {
        assertThat(page("/overview?from=2020-05-01&to=2020-05-31", "en")).contains(">2020-05-01<", "By day");
        assertThat(page("/overview", "en")).contains(">2020-05<", "By month").doesNotContain("By day");
        assertThat(page("/overview?period=TODAY", "zh-CN")).contains("还没有收货完成的发货单");
    }

    @Test
    void refusesWhatIsNoQuestion() {
        for (var path : List.of(
                "/overview?period=NEVER",
                "/overview?period=TODAY&from=2020-01-01",
                "/wall?day=tomorrow",
                "/wall?now=2020-01-01",
                "/sales/shipments?measure=WEIGHT",
                "/sales/shipments?brand=%00",
                "/sales/shipments?after=x",
                "/income/settlements?unattributed=perhaps")) {
            assertThat(get(path, "en").statusCode()).as(path).isEqualTo(400);
        }
    }

    @Test
    void theWallShowsOneDayAndAllTime() {
        var quiet = page("/wall", "zh-CN");
        assertThat(quiet)
                .contains(
                        "data-today=\"gross\">0.00\u00a0元<",
                        "data-figure=\"gross\">390.00\u00a0元<",
                        "SHORT/2020-06-10");
        var busy = page("/wall?day=2020-06-10", "en");
        assertThat(busy).contains("data-today=\"gross\">¥25.20<", "data-day=\"2020-06-10\"");
    }

    @Test
    void isKeptAndCompressedByBrowsers() {
        var css = service.web().file("/assets/linxi.css", "Accept-Encoding", "gzip");
        assertThat(css.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(css.headers().firstValue("Cache-Control")).contains("no-cache");
        var tag = css.headers().firstValue("ETag").orElseThrow();
        assertThat(service.web().file("/assets/linxi.css", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        var address = Pattern.compile("data-charts=\"([^\"]+)\"").matcher(page("/overview", "en"));
        assertThat(address.find()).isTrue();
        var charts = service.web().file(address.group(1), "Accept-Encoding", "gzip");
        assertThat(charts.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000", "immutable");
        assertThat(charts.body().length).isBetween(100_000, 300_000);
        var html = service.web().file("/overview", "Authorization", "Bearer " + auditor, "Accept-Encoding", "gzip");
        assertThat(html.headers().firstValue("Content-Encoding")).contains("gzip");
    }
}
