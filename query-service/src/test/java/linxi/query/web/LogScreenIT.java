package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import linxi.events.wire.Envelope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of the event log, over a command service with a log of 1 200 events. */
class LogScreenIT {
    private static final long HEAD = 1_200;
    private static final Instant AT = Instant.parse("2020-05-01T08:00:00Z");

    private static BesideCommands service;
    private static WebClient web;

    @BeforeAll
    static void start() throws IOException {
        service = new BesideCommands(Map.of("/api/events", LogScreenIT::answer));
        web = service.web();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void answer(HttpExchange http) throws IOException {
        var asked = Stream.of(http.getRequestURI().getQuery().split("&"))
                .map(it -> it.split("="))
                .collect(Collectors.toMap(it -> it[0], it -> Long.parseLong(it[1])));
        http.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        http.getResponseHeaders().set(AsOf.POSITION, Long.toString(HEAD));
        var lines = LongStream.range(0, asked.getOrDefault("limit", 1L))
                .map(it -> asked.getOrDefault("after", 0L) + 1 + it)
                .filter(it -> it > 0 && it <= HEAD)
                .mapToObj(it -> new String(event(it).toJson(), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining());
        var body = lines.getBytes(StandardCharsets.UTF_8);
        http.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        http.getResponseBody().write(body);
        http.close();
    }

    /** Every hundredth is of a settlement, and a long one. */
    private static Envelope event(long position) {
        boolean special = position % 100 == 0;
        var data = special ? "{\"reference\":\"" + "<b>".repeat(10_000) + "\"}" : "{\"lot\":\"T" + position + "\"}";
        return new Envelope(
                position,
                special ? "settlement-paid" : "lot-held",
                1,
                special ? "settlement/S1" : "lot/T" + position,
                0,
                AT,
                AT,
                "dakang",
                null,
                "dakang",
                data);
    }

    private static String page(String path) {
        var answer = web.send("GET", path, "Accept-Language", "en");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static long count(String html) {
        return html.lines().filter(it -> it.contains("data-position=")).count();
    }

    @Test
    void showsTheNewestFirstOfAll() {
        var html = page("/events");
        assertThat(count(html)).isEqualTo(50);
        assertThat(html).contains("Positions 1151 to 1200 of 1200", "/events?position=1101", "Put on hold");
        assertThat(html).contains("/export/events.xlsx?after=1150", "/export/events.csv?after=1150");
        assertThat(html).contains("href=\"/lots/T1151\"").doesNotContain("rel=\"next\"");
    }

    @Test
    void goesOnFromAPositionWithTheOneAskedForOpen() {
        var html = page("/events?position=7");
        assertThat(html).contains("Positions 7 to 56 of 1200", "/events?position=57", "/events?position=1\"");
        assertThat(html.split("<details open", -1)).hasSize(2);
        assertThat(page("/events?position=1")).doesNotContain("rel=\"prev\"");
        assertThat(page("/events?position=5000")).contains("the log ends at 1200");
    }

    @Test
    void looksForOneAggregateInALongerPart() {
        var html = page("/events?aggregate=settlement/S1");
        assertThat(count(html)).isEqualTo(10);
        assertThat(html).contains("Looked for in positions 201 to 1200", "position=1&amp;aggregate=settlement/S1");
        assertThat(count(page("/events?aggregate=T8&position=1"))).isEqualTo(1);
        assertThat(page("/events?aggregate=NOTHING")).contains("Nothing of NOTHING in this part");
    }

    @Test
    void cutsWhatIsTooLongAndRunsNothingThatStandsInIt() {
        var html = page("/events?position=100");
        assertThat(html).contains("Too long to be shown whole", "&lt;b&gt;").doesNotContain("<b>");
        assertThat(html).hasSizeLessThan(400_000);
    }

    @Test
    void refusesWhatIsNoQuestion() {
        for (var query :
                Map.of("position", "0", "aggregate", "%3Cb%3E", "other", "1").entrySet()) {
            var path = "/events?" + query.getKey() + "=" + query.getValue();
            assertThat(web.send("GET", path).statusCode()).as(path).isEqualTo(400);
        }
        assertThat(web.send("GET", "/events?position=99999999999999999999").statusCode())
                .isEqualTo(400);
    }
}
