package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every command by every role, of the organisation that it is about and of another, sent straight to this service, against
 * a table written by hand.
 */
class CommandAccessIT {
    private static final String JUDGED = "ok";

    private static Service service;
    private static Map<String, String> keys;

    /** A line of the table: how each caller, by its heading, fares. */
    private record Line(String endpoint, String body, Map<String, String> expected) {
        String method() {
            return endpoint.substring(0, endpoint.indexOf(' '));
        }

        /** Whether that role may give the command, if only for its own organisation. */
        boolean isForRoleOf(String caller) {
            return JUDGED.equals(expected.get(caller.replace(" foreign", " own")));
        }

        /** Of something that exists. */
        String path() {
            var pattern = endpoint.substring(endpoint.indexOf(' ') + 1).replace("/**", "/liveness");
            var id = pattern.startsWith("/api/parties")
                    ? "closed"
                    : pattern.startsWith("/api/households")
                            ? "H1"
                            : pattern.startsWith("/api/agreements")
                                    ? "A1"
                                    : pattern.startsWith("/api/lots")
                                            ? "L1"
                                            : pattern.startsWith("/api/shipments") ? "SH1" : "S1";
            return pattern.replace("{id}", id);
        }
    }

    @BeforeAll
    static void start() {
        service = Service.start(true);
        var made = service.context().getBean(ApiKeys.class);
        keys = new LinkedHashMap<>();
        keys.put("first", made.make("test", Role.ADMIN, null));
        for (var role : Role.values()) {
            if (role.isOfOneOrganisation()) {
                boolean clerk = role == Role.CLERK;
                keys.put(role + " own", made.make("test", role, new PartyId(clerk ? "coop" : "market")));
                keys.put(role + " foreign", made.make("test", role, new PartyId(clerk ? "coop2" : "market2")));
            } else {
                keys.put(role.name(), made.make("test", role, new PartyId("coop")));
            }
        }
        found();
    }

    private static void found() {
        party("first", "coop", "COOPERATIVE");
        for (var party : List.of("coop2", "closed")) {
            party("ADMIN", party, "COOPERATIVE");
        }
        party("ADMIN", "market", "MARKET");
        party("ADMIN", "market2", "MARKET");
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
        for (var line : table()) {
            line.expected()
                    .forEach((caller, expected) -> (expected.equals(JUDGED) ? allowed : refused)
                            .add(DynamicTest.dynamicTest(
                                    line.endpoint() + " by " + caller, () -> judges(line, caller, expected))));
        }
        return Stream.concat(refused.stream(), allowed.stream());
    }

    private static void judges(Line line, String caller, String expected) {
        var body = line.method().equals("GET") ? null : line.body();
        var reply = service.send(line.method(), line.path(), body, signed(keys.get(caller)));
        if (expected.equals(JUDGED)) {
            assertThat(reply.status())
                    .as(reply.body())
                    .isNotIn(400, 401, 403, 405)
                    .isLessThan(500);
        } else {
            assertThat(reply.status()).as(reply.body()).isEqualTo(Integer.parseInt(expected));
            assertThat(reply.rule().equals("ROLE_NOT_ALLOWED"))
                    .as("by the role, and not by the rule that it is of another: " + reply.body())
                    .isEqualTo(expected.equals("403") && !line.isForRoleOf(caller));
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
        var endpoints = new TreeSet<String>();
        service.context()
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(it -> add(it, endpoints)));
        endpoints.removeIf(it -> it.endsWith(" /error"));
        assertThat(new TreeSet<>(table().stream().map(Line::endpoint).toList())).isEqualTo(endpoints);
    }

    private static void add(RequestMappingInfo mapping, Set<String> endpoints) {
        var methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .toList();
        for (var pattern : mapping.getPatternValues()) {
            (methods.isEmpty() ? List.of("GET") : methods).forEach(method -> endpoints.add(method + " " + pattern));
        }
    }

    private static List<Line> table() {
        var headings = new ArrayList<String>();
        var lines = new ArrayList<Line>();
        for (var text : text().lines().filter(it -> !it.isBlank()).toList()) {
            var cells = Arrays.stream(text.replaceFirst("^# ", "").split("\\|"))
                    .map(String::strip)
                    .toList();
            if (text.startsWith("#")) {
                headings.clear();
                headings.addAll(cells);
                continue;
            }
            var expected = new LinkedHashMap<String, String>();
            for (int i = 2; i < cells.size(); i++) {
                expected.put(headings.get(i), cells.get(i));
            }
            lines.add(new Line(cells.get(0), cells.get(1), expected));
        }
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.expected()).hasSize(9));
        return lines;
    }

    private static String text() {
        try (var in = Objects.requireNonNull(CommandAccessIT.class.getResourceAsStream("/access-table.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
