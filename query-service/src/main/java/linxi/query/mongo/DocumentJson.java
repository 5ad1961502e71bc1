package linxi.query.mongo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import linxi.events.wire.EventJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The events' JSON with the few shapes that differ in documents (see {@link DocumentForm}). */
final class DocumentJson {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    static final JsonMapper MAPPER = EventJson.mapper()
            .rebuild()
            .addModule(new SimpleModule("documents")
                    .addSerializer(Instant.class, new AsText<>(DocumentJson::time))
                    .addSerializer(BigDecimal.class, new AsText<>(BigDecimal::toString))
                    .addSerializer(BigInteger.class, new AsText<>(BigInteger::toString)))
            .addModule(new MapEntries())
            .build();

    private DocumentJson() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    private static final class AsText<T> extends ValueSerializer<T> {
        private final java.util.function.Function<T, String> text;

        AsText(java.util.function.Function<T, String> text) {
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(text.apply(value));
        }
    }
}
