package linxi.query.web;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint by every role, of the organisation asked about and of another, against a table written by hand. */
class AccessTableIT {
    private static final String NOBODY = "nobody";

    private static LoggedIn service;
    private static Map<String, String> keys;

    /** A line of the table: what each caller, by its heading, is answered. */
    private record Line(String endpoint, String example, Map<String, Integer> expected) {
        String method() {
            return endpoint.substring(0, endpoint.indexOf(' '));
        }
    }

    @BeforeAll
    static void start() {
        service = LoggedIn.start();
        var made = service.context().getBean(ApiKeys.class);
        keys = new LinkedHashMap<>();
        for (var role : Role.values()) {
            if (role.isOfOneOrganisation()) {
                var own = role == Role.CLERK ? "dakang" : "yonghui";
                keys.put(role + " own", made.make("test", role, new PartyId(own)));
                keys.put(role + " foreign", made.make("test", role, new PartyId("another")));
            } else {
                keys.put(role.name(), made.make("test", role, null));
            }
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @TestFactory
    Stream<DynamicTest> answersEachCallerAsTheTableSays() {
        return table().stream()
                .flatMap(line -> line.expected().entrySet().stream()
                        .map(caller -> DynamicTest.dynamicTest(
                                line.endpoint() + " by " + caller.getKey(),
                                () -> answers(line, caller.getKey(), caller.getValue()))));
    }

    private static void answers(Line line, String caller, int expected) {
        var key = keys.get(caller);
        var body = line.method().equals("GET") ? new byte[0] : "{}".getBytes(StandardCharsets.UTF_8);
        var answer = service.web()
                .send(
                        line.method(),
                        line.example(),
                        body,
                        key == null
                                ? new String[] {"Content-Type", "application/json"}
                                : new String[] {"Content-Type", "application/json", "Authorization", "Bearer " + key});
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
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
        assertThat(table()).extracting(Line::endpoint).doesNotHaveDuplicates();
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
            var expected = new LinkedHashMap<String, Integer>();
            for (int i = 2; i < cells.size(); i++) {
                expected.put(headings.get(i), Integer.valueOf(cells.get(i)));
            }
            assertThat(expected.keySet()).as(text).containsAll(keys.keySet()).contains(NOBODY);
            lines.add(new Line(cells.get(0), cells.get(1), expected));
        }
        return lines;
    }

    private static String text() {
        try (var in = Objects.requireNonNull(AccessTableIT.class.getResourceAsStream("/access-table.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
