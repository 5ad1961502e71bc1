package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands that are judged one after another, and not recorded. */
class RehearsalIT {
    private static final JsonMapper JSON = new JsonMapper();

    private static County county;

    @BeforeAll
    static void start() {
        county = new County();
        county.lot("R1", "tomato", 100, "");
    }

    @AfterAll
    static void stop() {
        county.close();
    }

    private static String lot(String id, long kilograms) {
        return "{\"id\":\"%s\",\"origin\":\"dakang\",\"product\":\"tomato\",\"quantity\":%s,\"producedAt\":\"2020-05-01T08:00:00+08:00\"}"
                .formatted(id, County.kilograms(kilograms));
    }

    private static String shipment(String id, String lot, long kilograms) {
        return "{\"id\":\"%s\",\"origin\":\"dakang\",\"market\":\"xinfadi\",\"channel\":\"SUPERMARKET\",\"lines\":[%s],\"at\":\"2020-05-05T08:00:00+08:00\"}"
                .formatted(id, County.line(lot, kilograms, 360));
    }

    private static String line(String path, UUID key, String body) {
        return path + " " + key + " " + body;
    }

    private static String line(String path, String body) {
        return line(path, UUID.randomUUID(), body);
    }

    /** What is said of each, and that nothing was written. */
    private static List<String> rehearse(String by, String... lines) {
        long before = county.events(0).size();
        var reply = county.service()
                .post("/rehearsal", String.join("\n", lines), "X-Party", by, "Content-Type", "application/x-ndjson");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(county.events(0)).hasSize(Math.toIntExact(before));
        return reply.body().lines().map(RehearsalIT::said).collect(Collectors.toList());
    }

    private static String said(String line) {
        JsonNode verdict = JSON.readTree(line);
        var problem = verdict.path("problem");
        return problem.isMissingNode()
                ? verdict.path("recorded").asBoolean() ? "recorded" : "new"
                : problem.path("rule").asString("") + " "
                        + problem.path("errors").path(0).path("field").asString("");
    }

    @Test
    void judgesEachAfterThoseBeforeIt() {
        assertThat(rehearse(
                        "dakang",
                        line("/api/shipments", shipment("RS1", "R1", 60)),
                        line("/api/shipments", shipment("RS2", "R1", 60)),
                        line("/api/shipments", shipment("RS3", "R1", 40)),
                        line("/api/shipments/RS1/dispatch", "{\"at\":\"2020-05-05T09:00:00+08:00\"}"),
                        line("/api/shipments/RS2/dispatch", "{}")))
                .containsExactly(
                        "new", "MORE_THAN_LOT_HAS_LEFT lines[0].quantity", "new", "new", "SHIPMENT_UNKNOWN id");
    }

    @Test
    void knowsWhatIsRecordedByItsKey() {
        var key = UUID.randomUUID();
        var body = lot("R2", 5);
        assertThat(county.service()
                        .post("/api/lots", body, "X-Party", "dakang", "Idempotency-Key", key.toString())
                        .status())
                .isEqualTo(201);
        assertThat(rehearse(
                        "dakang",
                        line("/api/lots", key, body),
                        line("/api/lots", key, lot("R2", 6)),
                        line("/api/lots", body)))
                .containsExactly("recorded", "IDEMPOTENCY_KEY_REUSED Idempotency-Key", "LOT_EXISTS id");
    }

    @Test
    void judgesFormRightAndExistence() {
        assertThat(rehearse(
                        "other-coop",
                        line("/api/lots", "{\"id\":\"R3\"}"),
                        line("/api/lots", lot("R3", 5)),
                        line("/api/parties", "{}"),
                        "/api/lots",
                        line("/api/households", "{\"id\":\"R9\",\"village\":\"v1\"}"),
                        line("/api/households", "{\"id\":\"R9\",\"village\":\"v1\"}")))
                .containsExactly(
                        "FIELD_MISSING origin",
                        "NOT_THE_ORIGIN_OF_THE_LOT origin",
                        "NO_SUCH_PATH ",
                        "BAD_REQUEST ",
                        "new",
                        "HOUSEHOLD_EXISTS id");
    }

    @Test
    void answersNothingWithNothing() {
        assertThat(rehearse("dakang", "")).isEmpty();
    }
}
