package linxi.query.mongo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.MapType;

/** Maps as arrays of {@code {k, v}} in the map's own order. */
final class MapEntries extends SimpleModule {
    private static final long serialVersionUID = 1L;

    MapEntries() {
        super("map-entries");
    }

    @Override
    public void setupModule(SetupContext context) {
        addSerializer(Map.class, new Writer());
        super.setupModule(context);
        context.addDeserializers(new Readers());
    }

    @SuppressWarnings("rawtypes") // Jackson's registry knows classes only
    private static final class Writer extends ValueSerializer<Map> {
        @Override
        public void serialize(Map map, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            for (var entry : ((Map<?, ?>) map).entrySet()) {
                json.writeStartObject();
                json.writeName("k");
                context.writeValue(json, entry.getKey());
                json.writeName("v");
                context.writeValue(json, entry.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static final class Readers extends SimpleDeserializers {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> findMapDeserializer(
                MapType type,
                DeserializationConfig config,
                BeanDescription.Supplier description,
                @Nullable KeyDeserializer keys,
                @Nullable TypeDeserializer polymorphic,
                @Nullable ValueDeserializer<?> values) {
            return new Reader(type);
        }
    }

    private static final class Reader extends ValueDeserializer<Map<Object, Object>> {
        private final JavaType keyType;
        private final JavaType valueType;
        private final boolean sorted;

        Reader(MapType type) {
            this.keyType = type.getKeyType();
            this.valueType = type.getContentType();
            this.sorted = SortedMap.class.isAssignableFrom(type.getRawClass());
        }

        @Override
        public Map<Object, Object> deserialize(JsonParser json, DeserializationContext context) {
            Map<Object, Object> map = sorted ? new TreeMap<>() : new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                expect(json, "k");
                Object key = context.readValue(json, keyType);
                expect(json, "v");
                Object value = context.readValue(json, valueType);
                map.put(key, value);
                if (json.nextToken() != JsonToken.END_OBJECT) {
                    throw context.weirdNativeValueException("more than k and v", Map.class);
                }
            }
            return map;
        }

        private static void expect(JsonParser json, String name) {
            if (!name.equals(json.nextName())) {
                throw new tools.jackson.databind.DatabindException(json, "an entry of a map is {k, v}") {};
            }
            json.nextToken();
        }
    }
}
