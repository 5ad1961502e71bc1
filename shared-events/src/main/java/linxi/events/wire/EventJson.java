package linxi.events.wire;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import linxi.events.AgreementId;
import linxi.events.Event;
import linxi.events.HouseholdKey;
import linxi.events.Id;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.SettlementId;
import linxi.events.ShipmentId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** Events as JSON and back. Ids are strings, times RFC 3339 in UTC, days ISO dates; absent means null. Thread-safe. */
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(ids())
            .annotationIntrospector(new RequiredUnlessNullable())
            // A question such as Tally.isDiscrepancy() is no field.
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Map<String, Upcaster> UPCASTERS = new HashMap<>();

    static {
        for (var upcaster : Upcaster.ALL) {
            UPCASTERS.put(upcaster.name() + "/" + upcaster.from(), upcaster);
        }
    }

    private EventJson() {}

    /** The mapper of the log, for documents that hold events' values. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static String write(Event event) {
        return MAPPER.writeValueAsString(event);
    }

    /** @throws UnreadableEvent for an unknown name, a version from the future, or JSON of another shape */
    public static Event read(String name, int version, String data) {
        var type = EventType.named(name);
        try {
            if (version > type.version()) {
                throw new UnreadableEvent("'" + name + "' version " + version + " is newer than this program", null);
            }
            var event = version == type.version()
                    ? MAPPER.readValue(data, type.type())
                    : MAPPER.treeToValue(lifted(type, version, data), type.type());
            if (event == null) {
                throw new UnreadableEvent("'" + name + "' is null", null);
            }
            return event;
        } catch (JacksonException | ClassCastException e) {
            throw new UnreadableEvent("'" + name + "' version " + version + " has another shape", e);
        }
    }

    private static ObjectNode lifted(EventType type, int version, String data) {
        var lifted = (ObjectNode) MAPPER.readTree(data);
        for (int from = version; from < type.version(); from++) {
            upcaster(type.name(), from).lift(lifted);
        }
        return lifted;
    }

    private static Upcaster upcaster(String name, int from) {
        var upcaster = UPCASTERS.get(name + "/" + from);
        if (upcaster == null) {
            throw new UnreadableEvent("nothing lifts '" + name + "' version " + from, null);
        }
        return upcaster;
    }

    private static SimpleModule ids() {
        var module = new SimpleModule("ids");
        module.addSerializer(Id.class, new IdWriter());
        module.addKeySerializer(Id.class, new IdKeyWriter());
        id(module, AgreementId.class, AgreementId::new);
        id(module, HouseholdKey.class, HouseholdKey::new);
        id(module, LotId.class, LotId::new);
        id(module, PartyId.class, PartyId::new);
        id(module, ProductId.class, ProductId::new);
        id(module, SettlementId.class, SettlementId::new);
        id(module, ShipmentId.class, ShipmentId::new);
        return module;
    }

    private static <T extends Id> void id(SimpleModule module, Class<T> type, Function<String, T> of) {
        module.addDeserializer(type, new IdReader<>(of));
        module.addKeyDeserializer(type, new IdKeyReader<>(of));
    }

    private static final class IdWriter extends ValueSerializer<Id> {
        @Override
        public void serialize(Id id, JsonGenerator json, SerializationContext context) {
            json.writeString(id.value());
        }
    }

    private static final class IdKeyWriter extends ValueSerializer<Id> {
        @Override
        public void serialize(Id id, JsonGenerator json, SerializationContext context) {
            json.writeName(id.value());
        }
    }

    private static final class IdReader<T extends Id> extends ValueDeserializer<T> {
        private final Function<String, T> of;

        IdReader(Function<String, T> of) {
            this.of = of;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(this, "an id is a string");
            }
            return of.apply(json.getString());
        }
    }

    private static final class IdKeyReader<T extends Id> extends KeyDeserializer {
        private final Function<String, T> of;

        IdKeyReader(Function<String, T> of) {
            this.of = of;
        }

        @Override
        public T deserializeKey(String key, DeserializationContext context) {
            return of.apply(key);
        }
    }
}
