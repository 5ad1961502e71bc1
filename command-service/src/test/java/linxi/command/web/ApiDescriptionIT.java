package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the service says of its commands is what it reads: every field, every bound, every example. */
class ApiDescriptionIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Service SERVICE = Service.start();
    private static final MockMvc MVC = MockMvcBuilders.webAppContextSetup((WebApplicationContext) SERVICE.context())
            .build();
    private static final ApiDocument DOCUMENT =
            new ApiDocument(SERVICE.get("/v3/api-docs").json());

    @BeforeAll
    static void registerTheFirst() {
        var first = "{\"id\":\"founder\",\"kind\":\"COMPANY\",\"name\":{\"zh\":\"甲\"}}";
        assertThat(SERVICE.post("/api/parties", first).status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    static List<String> commands() {
        return DOCUMENT.commands();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void describesWhatTheFormReads(String path) {
        assertThat(new FormCheck(DOCUMENT, path, ApiDescriptionIT::send).differences())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void describesHeadersAndAnswers(String path) {
        var operation = DOCUMENT.root().path("paths").path(path).path("post");
        assertThat(operation.path("summary").asString("")).isNotBlank();
        assertThat(operation
                        .path("parameters")
                        .valueStream()
                        .map(parameter ->
                                DOCUMENT.resolved(parameter).path("name").asString("")))
                .contains("Idempotency-Key", "X-Party", "Accept-Language");
        assertThat(operation.path("responses").propertyNames())
                .contains("400", "401", "403", "404", "409", "413", "415", "422", "503")
                .containsAnyOf("200", "201");
    }

    @Test
    void namesTheValuesThatThereAre() {
        for (var name : List.of(
                "PartyKind",
                "ProductKind",
                "BaseUnit",
                "HouseholdStatus",
                "IncomePath",
                "ShipmentKind",
                "Channel",
                "DeductionKind")) {
            var described = DOCUMENT.root().at("/components/schemas/" + name + "/enum");
            assertThat(described.valueStream().map(JsonNode::stringValue))
                    .containsExactlyElementsOf(constants("linxi.events." + name));
        }
    }

    @Test
    void givesExamplesThatAreAccepted() {
        var story = new ExampleStory(SERVICE, DOCUMENT);
        story.tell();
        assertThat(story.told()).containsExactlyInAnyOrderElementsOf(commands());
    }

    /** A description that is a little wrong must be seen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/RegisterParty/properties/colour={\"type\":\"string\",\"maxLength\":9}",
                "/RegisterParty/properties/district=",
                "/RegisterParty/required=[\"id\",\"kind\",\"name\",\"district\"]",
                "/RegisterParty/required=[\"id\",\"kind\"]",
                "/Text/maxLength=201",
                "/Text/maxLength=199",
                "/PartyKind/enum=[\"MARKET\",\"SHOP\"]",
                "/RegisterParty/properties/region={\"type\":\"integer\",\"maximum\":9}"
            })
    void seesAWrongDescription(String change) {
        var root = (ObjectNode) DOCUMENT.root().deepCopy();
        var place = change.substring(0, change.indexOf('='));
        var value = change.substring(change.indexOf('=') + 1);
        var parent = (ObjectNode) root.at("/components/schemas" + place.substring(0, place.lastIndexOf('/')));
        var name = place.substring(place.lastIndexOf('/') + 1);
        if (value.isEmpty()) {
            assertThat(parent.remove(name)).isNotNull();
        } else {
            parent.set(name, JSON.readTree(value));
        }
        assertThat(new FormCheck(new ApiDocument(root), "/api/parties", ApiDescriptionIT::send).differences())
                .isNotEmpty();
    }

    private static Stream<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString);
    }

    private static List<String> constants(String type) {
        try {
            return names(Class.forName(type)).toList();
        } catch (ClassNotFoundException e) {
            throw new LinkageError(type, e);
        }
    }

    /** As nobody; what is read lies in the request. */
    private static FormCheck.Verdict send(String path, JsonNode body) {
        try {
            var call = MVC.perform(post(path.replace("{id}", "x1"))
                            .contentType("application/json")
                            .content(JSON.writeValueAsBytes(body)))
                    .andReturn();
            var answer = JSON.readTree(call.getResponse().getContentAsString(StandardCharsets.UTF_8));
            var fields = new ArrayList<String>();
            answer.path("errors")
                    .forEach(error -> fields.add(error.path("field").asString("")));
            var form = (Form) call.getRequest().getAttribute(Requests.FORM);
            return new FormCheck.Verdict(
                    answer.path("rule").asString(""), fields, form == null ? Set.of() : form.asked());
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }
}
