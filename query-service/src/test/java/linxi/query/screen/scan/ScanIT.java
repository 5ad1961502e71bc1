package linxi.query.screen.scan;

import static linxi.query.Story.AT;
import static linxi.query.Story.DAKANG;
import static linxi.query.Story.T1;
import static linxi.query.Story.YONGHUI;
import static linxi.query.Story.accepted;
import static linxi.query.Story.kilograms;
import static linxi.query.Story.line;
import static linxi.query.Story.logged;
import static linxi.query.Story.lot;
import static linxi.query.Story.receipt;
import static linxi.query.Story.received;
import static linxi.query.Story.total;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.LotEvent.LotReserved;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.ShipmentEvent.ShipmentDispatched;
import linxi.events.ShipmentId;
import linxi.query.web.LoggedIn;
import linxi.query.web.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Where what is scanned leads each reader, over HTTP. */
class ScanIT {
    private static final ShipmentId ROAD = new ShipmentId("ROAD");
    private static final ShipmentId ROAD2 = new ShipmentId("ROAD2");
    private static final ShipmentId TODAY = new ShipmentId("TODAY");
    private static final LotId ONE = new LotId("ONE");
    private static final LotId TWO = new LotId("TWO");
    private static final int LARGEST = 4 << 20;

    private static LoggedIn service;
    private static Map<String, String> keys;

    @BeforeAll
    static void start() {
        service = LoggedIn.start(
                lot(ONE, 50),
                lot(TWO, 50),
                new LotReserved(ONE, DAKANG, ROAD, kilograms(3), AT),
                new LotReserved(TWO, DAKANG, ROAD, kilograms(3), AT),
                new LotReserved(TWO, DAKANG, ROAD2, kilograms(3), AT),
                logged(ROAD, AT.plusSeconds(60), line(ONE, 3), line(TWO, 3)),
                new ShipmentDispatched(ROAD, DAKANG, null, AT.plusSeconds(70)),
                logged(ROAD2, AT.plusSeconds(61), line(TWO, 3)),
                new ShipmentDispatched(ROAD2, DAKANG, null, AT.plusSeconds(71)),
                logged(TODAY, AT.plusSeconds(62), line(T1, 10)),
                new ShipmentDispatched(TODAY, DAKANG, null, AT.plusSeconds(72)),
                receipt(TODAY, Instant.now(), List.of(received(T1, accepted(10), null)), total(T1, 10, accepted(10))));
        var made = service.context().getBean(ApiKeys.class);
        keys = Map.of(
                "RECEIVER", made.make("test", Role.RECEIVER, YONGHUI),
                "CLERK", made.make("test", Role.CLERK, DAKANG),
                "OTHER", made.make("test", Role.RECEIVER, new PartyId("another")),
                "ANALYST", made.make("test", Role.ANALYST, null));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> send(String who, String path, byte[] body, String type) {
        return service.web()
                .send(
                        "POST",
                        path,
                        body,
                        "Authorization",
                        "Bearer " + keys.get(who),
                        "Content-Type",
                        type,
                        "Accept-Language",
                        "zh-CN");
    }

    private static HttpResponse<String> scan(String who, String text) {
        var body = JsonMapper.shared().writeValueAsBytes(Map.of("text", text));
        return send(who, "/scan/code", body, "application/json");
    }

    private static HttpResponse<String> photo(byte[] photo) {
        return send("RECEIVER", "/scan/photo", photo, "image/jpeg");
    }

    private static String label(String code) {
        return "http://127.0.0.1/t/" + code;
    }

    private static byte[] photoOf(String text) {
        return Pictures.as("jpeg", Pictures.label(text, 900, 700, 300, 90));
    }

    private static void leads(HttpResponse<String> answer, String code, String address) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(WebClient.json(answer).path("code").asString()).isEqualTo(code);
        assertThat(WebClient.json(answer).path("address").asString()).isEqualTo(address);
    }

    private static void isRefused(HttpResponse<String> answer, int status, String rule, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(WebClient.json(answer).path("rule").asString()).isEqualTo(rule);
        assertThat(WebClient.json(answer).path("detail").asString()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SH1", "sh1", "S.SH1", "s.sh1", "http://127.0.0.1:9/t/S.SH1", "HTTP://127.0.0.1:9/T/s.sh1"})
    void opensOnesOwnShipmentAtItsReceipt(String text) {
        for (var who : List.of("RECEIVER", "CLERK", "ANALYST")) {
            leads(scan(who, text), "S.SH1", "/shipments/SH1#receive");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "L.ONE, /shipments/ROAD#receive",
        "one, /shipments/ROAD#receive",
        "L.TWO, /scan?lot=TWO",
        "L.T2, /t/L.T2"
    })
    void leadsFromALotToWhatIsUnderWayWithIt(String text, String address) {
        var code = text.startsWith("L.") ? text : "L.ONE";
        leads(scan("RECEIVER", text), code, address);
        leads(scan("OTHER", text), code, "/t/" + code);
    }

    @Test
    void letsAReaderChooseAmongShipmentsWithALot() {
        var html = page("RECEIVER", "/scan?lot=TWO");
        assertThat(html.substring(html.indexOf("data-holding"), html.indexOf("data-underway")))
                .contains("/shipments/ROAD#receive", "/shipments/ROAD2#receive")
                .doesNotContain("TODAY");
        assertThat(page("OTHER", "/scan?lot=TWO")).contains("没有含这个批次的在途发货单", "/t/L.TWO");
        assertThat(status("/scan?lot=NOTHING")).isEqualTo(404);
        assertThat(status("/scan?lot=%3Cb%3E")).isEqualTo(400);
    }

    @Test
    void showsWhatIsExpectedAndWhatCameToday() {
        var html = page("RECEIVER", "/scan");
        var today = html.indexOf("data-today");
        assertThat(html.substring(html.indexOf("data-underway"), today))
                .contains("ROAD", "ROAD2")
                .doesNotContain("SH1");
        assertThat(html.substring(today)).contains("TODAY").doesNotContain("ROAD", "SH1");
        assertThat(page("OTHER", "/scan")).contains("现在没有在途的发货单", "今天还没有收货").doesNotContain("ROAD");
        assertThat(page("RECEIVER", "/scan?code=%3Cscript%3E")).contains("data-code=\"&lt;script&gt;\"");
    }

    private static String page(String who, String path) {
        var answer =
                service.web().send("GET", path, "Authorization", "Bearer " + keys.get(who), "Accept-Language", "zh-CN");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static int status(String path) {
        return service.web()
                .send("GET", path, "Authorization", "Bearer " + keys.get("RECEIVER"))
                .statusCode();
    }

    @Test
    void saysWhatItCannotOpen() {
        isRefused(scan("OTHER", "S.SH1"), 403, "ANOTHER_ORGANISATION", "其他单位");
        isRefused(scan("RECEIVER", "S.NOTHING"), 404, "NO_SUCH_ID", "NOTHING");
        isRefused(scan("RECEIVER", "https://example.org/t/S.SH1"), 422, "NOT_OUR_CODE", "https://example.org/t/S.SH1");
        isRefused(scan("RECEIVER", "https://example.org/" + "a".repeat(3_000)), 422, "NOT_OUR_CODE", "…");
        isRefused(scan("RECEIVER", "x".repeat(40_000)), 413, "BODY_TOO_LARGE", "");
        for (var bad : List.of("", "[]", "{\"text\": 1}", "{", "null", "{\"text\": null}")) {
            isRefused(
                    send("RECEIVER", "/scan/code", bad.getBytes(StandardCharsets.UTF_8), "application/json"),
                    400,
                    "BAD_BODY",
                    "text");
        }
    }

    @Test
    void readsTheCodeOnAPhoto() {
        leads(photo(photoOf(label("S.ROAD"))), "S.ROAD", "/shipments/ROAD#receive");
        leads(
                photo(Pictures.as("png", Pictures.dim(Pictures.label(label("L.ONE"), 1200, 900, 500, 20)))),
                "L.ONE",
                "/shipments/ROAD#receive");
        isRefused(photo(photoOf("https://example.org/pay?me=1")), 422, "NOT_OUR_CODE", "https://example.org/pay?me=1");
        isRefused(photo(photoOf("http://example.org/t/S.SH1")), 422, "NOT_OUR_CODE", "example.org");
    }

    @Test
    void saysWhatIsWrongWithAPhoto() {
        var none = Pictures.as("png", Pictures.grain(300));
        isRefused(photo(none), 422, "NO_CODE_IN_PHOTO", "没有找到二维码");
        assertThat(send("RECEIVER", "/scan/photo?frame", none, "image/png").statusCode())
                .as("a frame of a camera")
                .isEqualTo(204);
        isRefused(photo("no photo".getBytes(StandardCharsets.UTF_8)), 422, "PHOTO_UNREADABLE", "JPEG");
        isRefused(photo(new byte[0]), 422, "PHOTO_UNREADABLE", "JPEG");
        isRefused(photo(Pictures.bomb(60_000, 60_000)), 422, "PHOTO_TOO_LARGE", "4096");
        isRefused(photo(Arrays.copyOf(none, LARGEST + 1)), 413, "BODY_TOO_LARGE", "");
        assertThat(photo(Arrays.copyOf(none, LARGEST)).statusCode()).isEqualTo(422);
        isRefused(
                send(
                        "RECEIVER",
                        "/scan/photo",
                        "a=b".getBytes(StandardCharsets.UTF_8),
                        "application/x-www-form-urlencoded"),
                422,
                "PHOTO_UNREADABLE",
                "");
    }

    @Test
    void looksAtFewPhotosAtOnceAndTellsTheOthersToComeAgain() throws Exception {
        var heavy = Pictures.as("png", Pictures.grain(2_000));
        try (var callers = Executors.newFixedThreadPool(24)) {
            List<Callable<HttpResponse<String>>> all = java.util.Collections.nCopies(24, () -> photo(heavy));
            var answers = callers.invokeAll(all).stream().map(Future::resultNow).toList();
            assertThat(answers).allMatch(it -> it.statusCode() == 422 || it.statusCode() == 503);
            assertThat(answers)
                    .filteredOn(it -> it.statusCode() == 503)
                    .isNotEmpty()
                    .allMatch(it -> it.headers().firstValue("Retry-After").isPresent());
        }
        leads(photo(photoOf(label("S.ROAD"))), "S.ROAD", "/shipments/ROAD#receive");
    }
}
