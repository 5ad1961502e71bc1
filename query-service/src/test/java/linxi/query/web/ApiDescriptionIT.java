package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import linxi.embedded.EmbeddedMongo;
import linxi.query.Asked;
import linxi.query.income.IncomeDimension;
import linxi.query.sales.SalesDimension;
import linxi.query.settlement.SettlementState;
import linxi.query.shipment.ShipmentState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the service says of its queries is what it reads: every parameter, every value. */
class ApiDescriptionIT {
    private record Answered(int status, MockHttpServletRequest request) {}

    private static final EmbeddedMongo MONGO = EmbeddedMongo.inMemory();
    private static final ConfigurableApplicationContext SERVICE = QueryService.application()
            .run(
                    "--server.port=0",
                    "--linxi.access.login=false",
                    "--server.address=127.0.0.1",
                    "--linxi.mongo.uri=" + MONGO.uri(),
                    "--linxi.kafka.bootstrap-servers=127.0.0.1:1",
                    "--linxi.command-url=http://127.0.0.1:1");
    private static final MockMvc MVC =
            MockMvcBuilders.webAppContextSetup((WebApplicationContext) SERVICE).build();
    private static final JsonNode DOCUMENT =
            new JsonMapper().readTree(WebClient.of(SERVICE).body("/v3/api-docs"));

    @AfterAll
    static void stop() {
        SERVICE.close();
        MONGO.close();
    }

    static List<String> queries() {
        return DOCUMENT.path("paths")
                .propertyStream()
                .filter(path -> path.getValue().has("get"))
                .map(Map.Entry::getKey)
                .filter(path -> path.startsWith("/api/") && !path.equals("/api/events"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void describesWhatIsRead(String path) {
        assertThat(differences(DOCUMENT, path)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void describesAnswers(String path) {
        var query = DOCUMENT.path("paths").path(path).path("get");
        assertThat(query.path("summary").asString("")).isNotBlank();
        assertThat(query.at("/responses/200/content/application~1json/schema").isObject())
                .isTrue();
        assertThat(query.path("responses").propertyNames()).contains("400", "404", "503");
    }

    @Test
    void coversEveryQuery() {
        assertThat(queries()).hasSize(18);
    }

    @Test
    void namesTheValuesThatThereAre() {
        assertThat(values("shipmentState", "/schema/enum")).isEqualTo(names(ShipmentState.values()));
        assertThat(values("settlementState", "/schema/enum")).isEqualTo(names(SettlementState.values()));
        assertThat(values("salesGroups", "/schema/items/enum")).isEqualTo(lower(SalesDimension.values()));
        assertThat(values("incomeGroups", "/schema/items/enum")).isEqualTo(lower(IncomeDimension.values()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit/schema/maximum=501", "limit/schema/maximum=499", "market/name=\"consignee\""})
    void seesAWrongDescription(String change) {
        var root = DOCUMENT.deepCopy();
        var place = change.substring(0, change.indexOf('='));
        int last = place.lastIndexOf('/');
        ((ObjectNode) root.at("/components/parameters/" + place.substring(0, last)))
                .set(place.substring(last + 1), new JsonMapper().readTree(change.substring(change.indexOf('=') + 1)));
        assertThat(differences(root, "/api/shipments")).isNotEmpty();
    }

    private static List<String> differences(JsonNode document, String path) {
        var found = new ArrayList<String>();
        var described = new TreeSet<String>();
        document.path("paths").path(path).path("get").path("parameters").forEach(stated -> {
            var parameter = resolved(document, stated);
            if (parameter.path("in").asString("").equals("query")) {
                described.add(parameter.path("name").asString(""));
                check(document, path, parameter, found);
            }
        });
        var read = new TreeSet<>(asked(send(path, "", "")));
        if (!read.equals(described)) {
            found.add(path + ": described " + described + ", read " + read);
        }
        expect(found, 400, path, "surprise", "1");
        return found;
    }

    private static void check(JsonNode document, String path, JsonNode parameter, List<String> found) {
        var name = parameter.path("name").asString("");
        var schema = resolved(document, parameter.path("schema"));
        expect(found, 400, path, name, "a b,!");
        var values =
                schema.has("enum") ? schema.path("enum") : schema.path("items").path("enum");
        values.forEach(value -> expect(found, 200, path, name, value.stringValue()));
        if (schema.has("maximum")) {
            long most = schema.path("maximum").asLong(0);
            expect(found, 200, path, name, Long.toString(most));
            expect(found, 400, path, name, Long.toString(most + 1));
            expect(found, 400, path, name, Long.toString(schema.path("minimum").asLong(0) - 1));
        }
    }

    private static void expect(List<String> found, int status, String path, String name, String value) {
        int actual = send(path, name, value).status();
        // Whether there is such a thing is judged last.
        if ((actual == 400) != (status == 400)) {
            found.add("%s?%s=%s should be %d, but %d".formatted(path, name, value, status, actual));
        }
    }

    private static Set<String> asked(Answered answered) {
        return answered.request().getAttribute(RegisterEndpoints.ASKED) instanceof Asked asked
                ? asked.known()
                : Set.of();
    }

    private static Answered send(String path, String name, String value) {
        try {
            var request = get(path.replace("{id}", "x1"));
            var answer = MVC.perform(name.isEmpty() ? request : request.param(name, value))
                    .andReturn();
            return new Answered(answer.getResponse().getStatus(), answer.getRequest());
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        var name = node.path("$ref").asString("");
        return name.isEmpty() ? node : document.at(name.substring(1));
    }

    private static List<String> values(String parameter, String place) {
        return DOCUMENT.at("/components/parameters/" + parameter + place)
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static List<String> lower(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
