package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import linxi.access.Role;
import linxi.access.gate.AccessTable;
import linxi.access.key.ApiKeys;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every command by every role, of the organisation that it is about and of another, sent straight to this service, against
 * a table written by hand.
 */
class CommandAccessIT {
    private static final String JUDGED = "ok";

    private static Service service;
    private static Map<String, String> keys;

    /** Of something that exists. */
    private static String path(AccessTable.Line line) {
        var pattern =
                line.endpoint().substring(line.endpoint().indexOf(' ') + 1).replace("/**", "/liveness");
        var examples = Map.of(
                "/api/parties", "closed",
                "/api/households", "H1",
                "/api/agreements", "A1",
                "/api/lots", "L1",
                "/api/shipments", "SH1",
                "/api/settlements", "S1");
        for (var example : examples.entrySet()) {
            if (pattern.startsWith(example.getKey() + "/")) {
                return pattern.replace("{id}", example.getValue());
            }
        }
        return pattern;
    }

    /** Whether that role may give the command, if only for its own organisation. */
    private static boolean isForRoleOf(String caller, AccessTable.Line line) {
        return JUDGED.equals(line.expected().get(caller.replace(" foreign", " own")));
    }

    @BeforeAll
    static void start() {
        service = Service.start(true);
        var made = service.context().getBean(ApiKeys.class);
        keys = AccessTable.keys(made, "coop", "market", "coop");
        keys.put("first", made.make("test", Role.ADMIN, null));
        found();
    }

    private static void found() {
        party("first", "coop", "COOPERATIVE");
        for (var party : List.of("another", "closed")) {
            party("ADMIN", party, "COOPERATIVE");
        }
        party("ADMIN", "market", "MARKET");
        post("ADMIN", "/api/products", """
                {"id": "egg", "kind": "EGG", "name": {"zh": "鸡蛋"}, "baseUnit": "PIECE"}""");
        post("ADMIN", "/api/households", """
                {"id": "H1", "village": "v"}""");
        post("CLERK own", "/api/agreements", """
                {"id": "A1", "origin": "coop", "products": ["egg"], "validFrom": "2019-01-01", "paths": {"WAGE": 10000}}""");
        post("CLERK own", "/api/lots", """
                {"id": "L1", "origin": "coop", "product": "egg", "quantity": {"amount": 1000, "unit": "PIECE"},
                 "producedAt": "2020-01-01T00:00:00Z"}""");
        for (var shipment : List.of("SH0", "SH1")) {
            post("CLERK own", "/api/shipments", """
                    {"id": "%s", "origin": "coop", "market": "market", "channel": "RESIDENTS",
                     "lines": [{"lot": "L1", "quantity": {"amount": 10, "unit": "PIECE"},
                                "price": {"fen": 100, "per": "PIECE"}}]}""".formatted(shipment));
        }
        post("CLERK own", "/api/shipments/SH0/dispatch", "{}");
        post("RECEIVER own", "/api/shipments/SH0/receipts", """
                {"lines": [{"lot": "L1", "accepted": {"amount": 10, "unit": "PIECE"}}]}""");
        post("CLERK own", "/api/settlements", """
                {"id": "S1", "origin": "coop", "market": "market", "shipments": ["SH0"]}""");
    }

    private static void party(String by, String id, String kind) {
        post(by, "/api/parties", """
                {"id": "%s", "kind": "%s", "name": {"zh": "名称"}}""".formatted(id, kind));
    }

    private static void post(String by, String path, String body) {
        var reply = service.post(path, body, signed(keys.get(by)));
        assertThat(reply.status()).as(path + " " + reply.body()).isIn(200, 201);
    }

    private static String[] signed(@Nullable String key) {
        return key == null ? new String[0] : new String[] {"Authorization", "Bearer " + key};
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Whoever may not goes first: what is allowed may change what is there. */
    @TestFactory
    Stream<DynamicTest> judgesEachCallerAsTheTableSays() {
        var refused = new ArrayList<DynamicTest>();
        var allowed = new ArrayList<DynamicTest>();
        for (var line : AccessTable.read(CommandAccessIT.class)) {
            line.expected()
                    .forEach((caller, expected) -> (expected.equals(JUDGED) ? allowed : refused)
                            .add(DynamicTest.dynamicTest(
                                    line.endpoint() + " by " + caller, () -> judges(line, caller, expected))));
        }
        return Stream.concat(refused.stream(), allowed.stream());
    }

    private static void judges(AccessTable.Line line, String caller, String expected) {
        var body = line.method().equals("GET") ? null : line.example();
        var reply = service.send(line.method(), path(line), body, signed(keys.get(caller)));
        if (expected.equals(JUDGED)) {
            assertThat(reply.status())
                    .as(reply.body())
                    .isNotIn(400, 401, 403, 405)
                    .isLessThan(500);
        } else {
            assertThat(reply.status()).as(reply.body()).isEqualTo(Integer.parseInt(expected));
            assertThat(reply.rule().equals("ROLE_NOT_ALLOWED"))
                    .as("by the role, and not by the rule that it is of another: " + reply.body())
                    .isEqualTo(expected.equals("403") && !isForRoleOf(caller, line));
        }
    }

    /** The header that says who acts where there are no logins. */
    @Test
    void ignoresThePartyOfTheHeader() {
        var lot = """
                {"id": "L8", "origin": "coop", "product": "egg", "quantity": {"amount": 1, "unit": "PIECE"},
                 "producedAt": "2020-01-01T00:00:00Z"}""";
        var key = "Bearer " + keys.get("CLERK foreign");
        assertThat(service.post("/api/lots", lot, "Authorization", key, "X-Party", "coop")
                        .status())
                .isEqualTo(403);
        assertThat(service.post("/api/lots", lot, "X-Party", "coop").rule()).isEqualTo("NOT_LOGGED_IN");
        var own = "Bearer " + keys.get("CLERK own");
        assertThat(service.post("/api/lots", lot, "Authorization", own, "X-Party", "market")
                        .status())
                .isEqualTo(201);
    }

    /** A new endpoint without a line of its own is found here. */
    @Test
    void knowsEveryEndpoint() {
        assertThat(AccessTable.read(CommandAccessIT.class))
                .extracting(AccessTable.Line::endpoint)
                .containsExactlyInAnyOrderElementsOf(AccessTable.endpoints(service.context()));
    }
}
