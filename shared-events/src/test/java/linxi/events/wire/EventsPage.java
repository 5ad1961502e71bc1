package linxi.events.wire;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import linxi.events.Id;
import linxi.events.RegisterEvent;
import org.jspecify.annotations.Nullable;

/** The page {@code docs/events.md}, as the code has it. */
final class EventsPage {
    private static final String HEAD = """
            # Events

            Written by a test from the code (`EventsPageTest`); do not edit. `?` marks a field that may be absent. Ids are
            strings, `Instant` is RFC 3339 in UTC, `LocalDate` an ISO date, money whole fen, quantities whole grams or pieces.
            Key is the Kafka key: all events of one key stay in order. `at` is business time; the envelope around each event
            (`position, name, version, aggregate, sequence, at, recordedAt, by, correlation, key, data`) adds the record time.
            """;

    private final Properties meanings;
    private final Map<String, Class<?>> shapes = new TreeMap<>();

    EventsPage(Properties meanings) {
        this.meanings = meanings;
    }

    String text() {
        var text = new StringBuilder(HEAD);
        text.append("\n| event | version | key | stream | fields | meaning |\n|---|---|---|---|---|---|\n");
        EventType.values().stream()
                .sorted(Comparator.comparing(EventType::name))
                .forEach(type -> text.append(row(type)));
        text.append("\n## Shapes\n\n| shape | fields or values |\n|---|---|\n");
        var rows = new TreeMap<String, String>();
        while (rows.size() < shapes.size()) { // a shape may lead to further ones
            for (var shape : List.copyOf(shapes.values())) {
                rows.put(shape.getSimpleName(), shape.isEnum() ? values(shape) : fields(shape));
            }
        }
        rows.forEach((name, row) -> text.append("| %s | %s |\n".formatted(name, row)));
        return text.toString();
    }

    private String row(EventType type) {
        return "| %s | %d | %s | %s | %s | %s |\n"
                .formatted(
                        type.name(),
                        type.version(),
                        RegisterEvent.class.isAssignableFrom(type.type()) ? RegisterEvent.KEY : "origin",
                        stream(type),
                        fields(type.type()),
                        meanings.getProperty(type.name()));
    }

    /** As the sample's stream is called, with the fields' names for their values. */
    private static String stream(EventType type) {
        var event = new Sample(true).of(type);
        return event.stream().toString().replaceAll("-\\d", "").replaceAll("/ASSET_RENT$", "/path");
    }

    private static String values(Class<?> shape) {
        return Arrays.stream(shape.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private String fields(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(this::field).collect(Collectors.joining(", "));
    }

    private String field(RecordComponent component) {
        var type = component.getAnnotatedType();
        var mark = type.isAnnotationPresent(Nullable.class) ? "?" : "";
        return component.getName() + mark + " " + called(type);
    }

    private String called(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            var arguments = Arrays.stream(generic.getAnnotatedActualTypeArguments())
                    .map(this::called)
                    .toList();
            return arguments.size() == 1 ? arguments.getFirst() + "[]" : "{" + String.join(": ", arguments) + "}";
        }
        var raw = (Class<?>) type.getType();
        if (!Id.class.isAssignableFrom(raw) && (raw.isRecord() || raw.isEnum())) {
            var before = shapes.put(raw.getSimpleName(), raw);
            if (before != null && before != raw) {
                throw new AssertionError("two shapes are called " + raw.getSimpleName());
            }
        }
        return raw.getSimpleName();
    }
}
