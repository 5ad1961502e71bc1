package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service with the parties, products and households of the worked example, and short ways to speak to it. */
final class County implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Service service = Service.start();

    County() {
        accept(201, service.post("/api/parties", party("dakang", "COOPERATIVE")));
        for (var market : List.of("xinfadi", "yonghui")) {
            post(201, "dakang", "/api/parties", party(market, "MARKET"));
        }
        post(201, "dakang", "/api/parties", party("other-coop", "COOPERATIVE"));
        for (var product : List.of("tomato", "beef")) {
            post(201, "dakang", "/api/products", """
                    {"id":"%s","kind":"%s","name":{"zh":"产品"},"baseUnit":"GRAM"}""".formatted(product, product.equals("beef") ? "BEEF" : "TOMATO"));
        }
        for (int i = 1; i <= 11; i++) {
            post(201, "dakang", "/api/households", "{\"id\":\"H%02d\",\"village\":\"v1\"}".formatted(i));
        }
    }

    private static String party(String id, String kind) {
        return "{\"id\":\"%s\",\"kind\":\"%s\",\"name\":{\"zh\":\"名\",\"en\":\"Name\"}}".formatted(id, kind);
    }

    Service service() {
        return service;
    }

    /** Sends as {@code by} and expects that status. */
    @CanIgnoreReturnValue
    Service.Reply post(int status, String by, String path, String body) {
        return accept(status, service.post(path, body, "X-Party", by, "Accept-Language", "en"));
    }

    /** Expects a refusal with that status and rule, and that nothing is written. */
    void refuse(int status, String rule, String by, String path, String body) {
        long before = events(0).size();
        var reply = post(status, by, path, body);
        assertThat(reply.rule()).as("%s %s: %s", path, body, reply.body()).isEqualTo(rule);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(events(0)).hasSize(Math.toIntExact(before));
    }

    /** A lot of kilograms, with kilograms by household. */
    void lot(String id, String product, long kilograms, String contributions) {
        post(201, "dakang", "/api/lots", """
                {"id":"%s","origin":"dakang","product":"%s","quantity":{"amount":%d,"unit":"KILOGRAM"},
                 "producedAt":"2020-05-01T08:00:00+08:00"%s}""".formatted(id, product, kilograms, contributions));
    }

    /** One sale, logged and dispatched on the fifth of May 2020. */
    void shipped(String id, String lines) {
        post(201, "dakang", "/api/shipments", """
                {"id":"%s","origin":"dakang","market":"xinfadi","channel":"SUPERMARKET","lines":[%s],
                 "at":"2020-05-05T08:00:00+08:00"}""".formatted(id, lines));
        post(200, "dakang", "/api/shipments/" + id + "/dispatch", "{\"at\":\"2020-05-05T09:00:00+08:00\"}");
    }

    void received(String id, String lines) {
        post(200, "xinfadi", "/api/shipments/" + id + "/receipts", """
                {"lines":[%s],"at":"2020-05-06T08:00:00+08:00"}""".formatted(lines));
    }

    /** A sale of one lot of its own, received wholly on the sixth of May 2020. */
    void sold(String id, String product, long kilograms, long fen) {
        lot("lot-" + id, product, kilograms, "");
        shipped(id, line("lot-" + id, kilograms, fen));
        received(id, "{\"lot\":\"lot-%s\",\"accepted\":%s}".formatted(id, kilograms(kilograms)));
    }

    static String line(String lot, long kilograms, long fen) {
        return "{\"lot\":\"%s\",\"quantity\":%s,\"price\":{\"fen\":%d,\"per\":\"KILOGRAM\"}}"
                .formatted(lot, kilograms(kilograms), fen);
    }

    static String kilograms(long amount) {
        return "{\"amount\":%d,\"unit\":\"KILOGRAM\"}".formatted(amount);
    }

    static String opening(String id, String shipments, String deductions) {
        return """
                {"id":"%s","origin":"dakang","market":"xinfadi","shipments":[%s],"deductions":[%s],
                 "at":"2020-05-10T08:00:00+08:00"}""".formatted(id, shipments, deductions);
    }

    /** The events after a position, whole. */
    List<JsonNode> events(long after) {
        var events = new ArrayList<JsonNode>();
        service.get("/api/events?limit=10000&after=" + after)
                .body()
                .lines()
                .forEach(line -> events.add(JSON.readTree(line)));
        return events;
    }

    @CanIgnoreReturnValue
    private static Service.Reply accept(int status, Service.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return reply;
    }

    @Override
    public void close() {
        service.close();
    }
}
