package linxi.events.wire;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.Event;
import linxi.events.Id;
import org.jspecify.annotations.Nullable;

/**
 * An event with every field filled in, made from its record components, so that a new event needs no new test code.
 * The same class gives the same event for ever.
 *
 * @param nullables whether fields that may be null are filled as well
 */
record Sample(boolean nullables) {
    Event of(EventType type) {
        return (Event) record(type.type());
    }

    /** Whether a null can stand anywhere in a value of that type. */
    static boolean hasNullables(AnnotatedType type) {
        if (type.isAnnotationPresent(Nullable.class)) {
            return true;
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            return Arrays.stream(generic.getAnnotatedActualTypeArguments()).anyMatch(Sample::hasNullables);
        }
        return type.getType() instanceof Class<?> raw && raw.isRecord() && hasNullables(raw);
    }

    static boolean hasNullables(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getAnnotatedType)
                .anyMatch(Sample::hasNullables);
    }

    private Object record(Class<?> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components).map(this::component).toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no sample of " + type, e);
        }
    }

    private @Nullable Object component(RecordComponent component) {
        if (!nullables && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        return value(component.getGenericType(), component.getName(), 1);
    }

    /** @param number tells the first element of a collection from the second */
    private Object value(Type type, String name, int number) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic, name);
        }
        var raw = (Class<?>) type;
        if (Id.class.isAssignableFrom(raw)) {
            return id(raw, name + "-" + number);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[number - 1];
        }
        return raw.isRecord() ? record(raw) : plain(raw, name, number);
    }

    private static Object plain(Class<?> type, String name, int number) {
        return switch (type.getName()) {
            case "java.lang.String" -> name + " 文 " + number;
            case "long", "java.lang.Long" -> 1_000_000L * name.length() + number;
            case "int", "java.lang.Integer" -> 100 * name.length() + number;
            case "boolean" -> true;
            case "java.math.BigDecimal" -> new BigDecimal("3.50");
            case "java.time.Instant" -> Instant.parse("2020-05-06T07:08:09.123Z");
            case "java.time.LocalDate" -> LocalDate.of(2020, 5, 6);
            default -> throw new AssertionError("no sample value of " + type + ": add one");
        };
    }

    private Object collection(ParameterizedType type, String name) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return List.of(value(arguments[0], name, 1), value(arguments[0], name, 2));
        }
        if (type.getRawType() == SortedMap.class) {
            return new TreeMap<>(Map.of(
                    value(arguments[0], name, 1), value(arguments[1], name, 1),
                    value(arguments[0], name, 2), value(arguments[1], name, 2)));
        }
        throw new AssertionError("events hold List and SortedMap, not " + type);
    }

    private static Object id(Class<?> type, String text) {
        try {
            return type.getConstructor(String.class).newInstance(text);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no id " + type, e);
        }
    }
}
