package linxi.command.web;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The service's own description of itself, as anybody gets it. */
record ApiDocument(JsonNode root) {
    /** The paths that take commands. */
    List<String> commands() {
        return root.path("paths")
                .propertyStream()
                .filter(path -> path.getValue().has("post"))
                .map(Map.Entry::getKey)
                .toList();
    }

    JsonNode body(String path) {
        var schema = root.path("paths").path(path).path("post").at("/requestBody/content/application~1json/schema");
        return resolved(schema);
    }

    JsonNode resolved(JsonNode schema) {
        var name = schema.path("$ref").asString("");
        return name.isEmpty() ? schema : root.at(name.substring(1));
    }
}
