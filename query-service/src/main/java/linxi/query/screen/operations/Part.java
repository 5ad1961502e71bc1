package linxi.query.screen.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A part of a service, out of its health.
 *
 * @param status such as {@code UP} or {@code DELAYED}
 */
record Part(String name, String status, List<Detail> details) {
    /** What says nothing that its neighbours do not, or only what a machine asks for. */
    private static final Set<String> LEFT_OUT = Set.of("livenessState", "readinessState", "ping", "ssl");

    /** One thing that it says of itself. */
    record Detail(String name, String value) {}

    /** @param health of a service, as {@code /actuator/health} tells it */
    static List<Part> of(JsonNode health) {
        var parts = new ArrayList<Part>();
        health.path("components").properties().stream()
                .filter(it -> !LEFT_OUT.contains(it.getKey()))
                .forEach(it -> parts.add(part(it.getKey(), it.getValue())));
        return parts;
    }

    private static Part part(String name, JsonNode health) {
        var details = new ArrayList<Detail>();
        health.path("details").properties().forEach(it -> details.add(new Detail(it.getKey(), text(it.getValue()))));
        return new Part(name, health.path("status").asString("UNKNOWN"), details);
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
