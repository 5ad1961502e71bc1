package linxi.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import linxi.events.Event;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final Instant RECORDED = Instant.parse("2020-05-06T07:08:10.000001Z");

    @Test
    void comesBackAsItWentForEveryEvent() {
        for (var type : EventType.values()) {
            var event = new Sample(true).of(type);
            var envelope = around(type, event, "dakang", "c-1");
            var back = Envelope.fromJson(envelope.toJson());
            assertThat(back).isEqualTo(envelope);
            assertThat(back.event()).isEqualTo(event);
            assertThat(back.stream()).isEqualTo(event.stream());
        }
    }

    @Test
    void carriesItsDataToTheByteAlsoWhereAnotherWriterSpacedIt() {
        var type = EventType.named("lot-held");
        var odd = around(type, new Sample(true).of(type), "dakang", null).toJson();
        var text = new String(odd, UTF_8).replace("\"data\":{", "\"data\":{\"a\":1.500,\"b\":100.0,");
        assertThat(Envelope.fromJson(text.getBytes(UTF_8)).data()).startsWith("{\"a\":1.500,\"b\":100.0,");
    }

    @Test
    void saysSoWhenNobodyActed() {
        var type = EventType.named("party-registered");
        var envelope = around(type, new Sample(false).of(type), null, null);
        assertThat(new String(envelope.toJson(), UTF_8))
                .contains("\"by\":null")
                .doesNotContain("correlation")
                .doesNotContain("\n");
        assertThat(Envelope.fromJson(envelope.toJson())).isEqualTo(envelope);
    }

    @ParameterizedTest
    @ValueSource(strings = {"position", "name", "version", "aggregate", "sequence", "at", "recordedAt", "key", "data"})
    void isUnreadableWithoutEachOfItsFields(String field) {
        var type = EventType.named("lot-held");
        var json = new String(
                around(type, new Sample(true).of(type), "dakang", "c-1").toJson(), UTF_8);
        var without = json.replaceFirst("\"" + field + "\":", "\"no-" + field + "\":");
        assertThat(without).isNotEqualTo(json);
        assertUnreadable(without);
        assertUnreadable(json.replaceFirst("\"" + field + "\":(\"[^\"]*\"|\\d+|\\{[^}]*})", "\"" + field + "\":null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"position\":\"x\"}", "not json", "{\"position\":1"})
    void isUnreadableWhereItIsNone(String text) {
        assertUnreadable(text);
    }

    private static void assertUnreadable(String text) {
        assertThatExceptionOfType(UnreadableEvent.class)
                .as(text)
                .isThrownBy(() -> Envelope.fromJson(text.getBytes(UTF_8)));
    }

    private static Envelope around(EventType type, Event event, @Nullable String by, @Nullable String correlation) {
        return new Envelope(
                7,
                type.name(),
                type.version(),
                event.stream().toString(),
                3,
                event.at(),
                RECORDED,
                by,
                correlation,
                event.key(),
                EventJson.write(event));
    }
}
