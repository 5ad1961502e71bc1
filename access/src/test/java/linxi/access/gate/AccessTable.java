package linxi.access.gate;

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
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The table, written by hand, of how each caller fares with each endpoint of a service: for the tests of both. */
public final class AccessTable {
    private AccessTable() {}

    /**
     * @param example a path or a body
     * @param expected by caller: a role, with "own" or "foreign" where it is of one organisation, or "nobody"
     */
    public record Line(String endpoint, String example, Map<String, String> expected) {
        public String method() {
            return endpoint.substring(0, endpoint.indexOf(' '));
        }
    }

    /** The lines of {@code /access-table.csv} beside a test; the last comment names the columns. */
    public static List<Line> read(Class<?> test) {
        var headings = new ArrayList<String>();
        var lines = new ArrayList<Line>();
        for (var text : text(test).lines().filter(it -> !it.isBlank()).toList()) {
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
            assertThat(expected).as(text).hasSize(9);
            lines.add(new Line(cells.get(0), cells.get(1), expected));
        }
        assertThat(lines).extracting(Line::endpoint).isNotEmpty().doesNotHaveDuplicates();
        return lines;
    }

    /**
     * A key for each caller of the table but nobody.
     *
     * @param origin of what is asked about; that of foreigners is called {@code another}
     */
    public static Map<String, String> keys(ApiKeys made, String origin, String market, @Nullable String others) {
        var keys = new LinkedHashMap<String, String>();
        for (var role : Role.values()) {
            if (role.isOfOneOrganisation()) {
                var own = role == Role.CLERK ? origin : market;
                keys.put(role + " own", made.make("test", role, new PartyId(own)));
                keys.put(role + " foreign", made.make("test", role, new PartyId("another")));
            } else {
                keys.put(role.name(), made.make("test", role, others == null ? null : new PartyId(others)));
            }
        }
        return keys;
    }

    /** Of a running service, such as {@code GET /api/lots}: a new one without a line is found by them. */
    public static Set<String> endpoints(ApplicationContext service) {
        var endpoints = new TreeSet<String>();
        service.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(it -> add(it, endpoints)));
        endpoints.removeIf(it -> it.endsWith(" /error"));
        return endpoints;
    }

    private static void add(RequestMappingInfo mapping, Set<String> endpoints) {
        var methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .toList();
        for (var pattern : mapping.getPatternValues()) {
            (methods.isEmpty() ? List.of("GET") : methods).forEach(method -> endpoints.add(method + " " + pattern));
        }
    }

    private static String text(Class<?> test) {
        try (var in = Objects.requireNonNull(test.getResourceAsStream("/access-table.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
