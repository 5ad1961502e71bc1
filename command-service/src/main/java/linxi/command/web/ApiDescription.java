package linxi.command.web;

import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Puts the descriptions in {@code openapi/commands} into the document that Spring finds: forms are read by hand, so they
 * are described by hand, and a test holds the two together. What every command shares is added here.
 */
@Component
final class ApiDescription implements OpenApiCustomizer {
    private static final List<String> FEATURES = List.of(
            "shared", "parties", "products", "households", "agreements", "lots", "shipments", "settlements", "events");
    private static final List<String> HEADERS = List.of("IdempotencyKey", "XParty", "AcceptLanguage");
    private static final List<String> REFUSALS = List.of("400", "401", "403", "404", "409", "413", "415", "422");

    @Override
    public void customise(OpenAPI document) {
        for (var feature : FEATURES) {
            merge(read(feature), document);
        }
    }

    private static OpenAPI read(String feature) {
        try (InputStream yaml = ApiDescription.class.getResourceAsStream("/openapi/commands/" + feature + ".yaml")) {
            return Yaml31.mapper().readValue(yaml, OpenAPI.class);
        } catch (IOException e) {
            throw new UncheckedIOException(feature, e);
        }
    }

    private static void merge(OpenAPI described, OpenAPI document) {
        var from = described.getComponents();
        var to = document.getComponents();
        all(from.getSchemas()).forEach((name, schema) -> to.addSchemas(name, (Schema<?>) schema));
        all(from.getParameters()).forEach(to::addParameters);
        all(from.getResponses()).forEach(to::addResponses);
        all(described.getPaths()).forEach((path, item) -> {
            var found = document.getPaths().get(path);
            if (found == null) {
                throw new IllegalStateException("described, but there is no " + path);
            }
            describe(found, item);
        });
    }

    private static <V> Map<String, V> all(@Nullable Map<String, V> entries) {
        return entries == null ? Map.of() : entries;
    }

    private static void describe(PathItem found, PathItem described) {
        if (described.getPost() != null) {
            complete(found.getPost(), described.getPost());
            HEADERS.forEach(header -> described.getPost().addParametersItem(new Parameter().$ref(header)));
            found.setPost(described.getPost());
        }
        if (described.getGet() != null) {
            complete(found.getGet(), described.getGet());
            found.setGet(described.getGet());
        }
    }

    /** Takes over what only the code knows: the names of tag and operation, and the id in the path. */
    private static void complete(Operation found, Operation described) {
        described.setTags(found.getTags());
        described.setOperationId(found.getOperationId());
        all(found.getParameters()).stream()
                .filter(parameter -> "path".equals(parameter.getIn()))
                .forEach(parameter -> described.addParametersItem(parameter.schema(new Schema<>().$ref("Id"))));
        var answers = described.getResponses();
        var refusals = described.getRequestBody() == null ? List.of("400") : REFUSALS;
        refusals.forEach(status -> answers.addApiResponse(status, new ApiResponse().$ref("Problem")));
        answers.addApiResponse("503", new ApiResponse().$ref("ComeAgain"));
    }

    private static <T> List<T> all(@Nullable List<T> items) {
        return items == null ? List.of() : items;
    }
}
