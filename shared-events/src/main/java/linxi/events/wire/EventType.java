package linxi.events.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.events.Event;

/**
 * The stable name and current version of each event class. The name is the record's name in kebab case
 * ({@code ShipmentLogged} is {@code shipment-logged}); golden files keep a renamed record from changing it.
 */
public record EventType(String name, int version, Class<? extends Event> type) {
    /** Versions above 1; each older version has an {@link Upcaster}. */
    private static final Map<String, Integer> VERSIONS = Map.of("shipment-logged", 2);

    private static final List<EventType> ALL = all();
    private static final Map<Class<?>, EventType> BY_CLASS = new HashMap<>();
    private static final Map<String, EventType> BY_NAME = new HashMap<>();

    static {
        for (var type : ALL) {
            BY_CLASS.put(type.type(), type);
            BY_NAME.put(type.name(), type);
        }
    }

    public static List<EventType> values() {
        return ALL;
    }

    public static EventType of(Event event) {
        var type = BY_CLASS.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException("no event type for " + event.getClass());
        }
        return type;
    }

    /** @throws UnreadableEvent where no event has that name */
    public static EventType named(String name) {
        var type = BY_NAME.get(name);
        if (type == null) {
            throw new UnreadableEvent("no event is called '" + name + "'", null);
        }
        return type;
    }

    private static List<EventType> all() {
        var found = new ArrayList<EventType>();
        collect(Event.class, found);
        return List.copyOf(found);
    }

    private static void collect(Class<?> family, List<EventType> found) {
        for (var member : family.getPermittedSubclasses()) {
            if (member.isSealed()) {
                collect(member, found);
            } else {
                var name = member.getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT);
                found.add(new EventType(name, VERSIONS.getOrDefault(name, 1), member.asSubclass(Event.class)));
            }
        }
    }
}
