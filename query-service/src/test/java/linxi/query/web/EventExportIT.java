package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The event log as a file, from a server that has two events to tell. */
class EventExportIT {
    private static final String LONG = "长".repeat(40_000);
    private static final String EVENT = "{\"position\":%d,\"name\":\"lot-held\",\"version\":1,\"aggregate\":\"lot/T1\","
            + "\"sequence\":%d,\"at\":\"2020-05-01T08:00:00Z\",\"recordedAt\":\"2020-05-01T08:00:01Z\",\"by\":%s,"
            + "\"data\":{\"reason\":\"%s\"}}%n";

    private static BesideCommands service;
    private static WebClient web;

    @BeforeAll
    static void start() throws IOException {
        service = new BesideCommands(Map.of("/api/events", EventExportIT::answer));
        web = service.web();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void answer(HttpExchange http) throws IOException {
        try (http) {
            var query = String.valueOf(http.getRequestURI().getQuery());
            var body = (EVENT.formatted(1, 0, "\"dakang\"", "=1+1") + EVENT.formatted(2, 1, "null", LONG))
                    .getBytes(StandardCharsets.UTF_8);
            http.sendResponseHeaders(query.contains("after=9") ? 503 : 200, 0);
            http.getResponseBody().write(body);
            http.getResponseBody().flush();
        }
    }

    @Test
    void hasALineForEachEvent() {
        var text = new String(web.file("/export/events.csv?limit=2").body(), StandardCharsets.UTF_8);
        assertThat(text.lines())
                .hasSize(3)
                .element(1)
                .isEqualTo("1,lot-held,1,lot/T1,0,2020-05-01 16:00:00,2020-05-01 16:00:01,dakang,"
                        + "\"{\"\"reason\"\":\"\"=1+1\"\"}\"");
        assertThat(text).contains(LONG);
    }

    @Test
    void aWorkbookHasNoCellThatExcelCannotHold() {
        var file = web.file("/export/events.xlsx").body();
        assertThat(file).startsWith('P', 'K').hasSizeLessThan(20_000);
    }

    @Test
    void saysSoWhereTheLogIsAway() {
        var answer = web.send("GET", "/export/events.csv?after=9");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(WebClient.json(answer).get("rule").asString()).isEqualTo("COMMANDS_AWAY");
    }
}
