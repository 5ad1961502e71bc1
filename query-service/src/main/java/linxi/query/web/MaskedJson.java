package linxi.query.web;

import java.util.function.Supplier;
import linxi.access.gate.Access;
import linxi.access.gate.Pseudonyms;
import linxi.events.HouseholdKey;
import linxi.events.wire.EventJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Answers as JSON, in which households have pseudonyms for callers who may not know their keys. */
final class MaskedJson {
    private MaskedJson() {}

    static JsonMapper mapper(Supplier<Pseudonyms> pseudonyms) {
        var module = new SimpleModule("households");
        module.addSerializer(HouseholdKey.class, new Writer(pseudonyms, false));
        module.addKeySerializer(HouseholdKey.class, new Writer(pseudonyms, true));
        return EventJson.mapper().rebuild().addModule(module).build();
    }

    private static final class Writer extends StdSerializer<HouseholdKey> {
        private final transient Supplier<Pseudonyms> pseudonyms;
        private final boolean asName;

        Writer(Supplier<Pseudonyms> pseudonyms, boolean asName) {
            super(HouseholdKey.class);
            this.pseudonyms = pseudonyms;
            this.asName = asName;
        }

        @Override
        public void serialize(HouseholdKey key, JsonGenerator json, SerializationContext context) {
            var text = Access.isMaskedNow() ? pseudonyms.get().of(key.value()) : key.value();
            if (asName) {
                json.writeName(text);
            } else {
                json.writeString(text);
            }
        }
    }
}
