package linxi.query.web;

import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Puts what {@code openapi/queries} says of parameters into the document that Spring finds: they are read by hand, so
 * they are described by hand, and a test holds the two together.
 */
@Component
final class ApiDescription implements OpenApiCustomizer {
    private static final String QUERIES = "/openapi/queries/queries.yaml";

    @Override
    public void customise(OpenAPI document) {
        var described = read();
        var from = described.getComponents();
        var to = document.getComponents();
        from.getSchemas().forEach((name, schema) -> to.addSchemas(name, (Schema<?>) schema));
        from.getParameters().forEach(to::addParameters);
        from.getResponses().forEach(to::addResponses);
        from.getHeaders().forEach(to::addHeaders);
        described.getPaths().forEach((path, item) -> {
            var found = document.getPaths().get(path);
            if (found == null) {
                throw new IllegalStateException("described, but there is no " + path);
            }
            describe(found.getGet(), item.getGet());
        });
    }

    private static OpenAPI read() {
        try (InputStream yaml = ApiDescription.class.getResourceAsStream(QUERIES)) {
            return Yaml31.mapper().readValue(yaml, OpenAPI.class);
        } catch (IOException e) {
            throw new UncheckedIOException(QUERIES, e);
        }
    }

    private static void describe(Operation found, Operation described) {
        found.summary(described.getSummary());
        for (var parameter : Objects.requireNonNullElse(found.getParameters(), List.<Parameter>of())) {
            parameter.schema(new Schema<>().$ref("Id"));
        }
        for (var parameter : Objects.requireNonNullElse(described.getParameters(), List.<Parameter>of())) {
            found.addParametersItem(parameter);
        }
        found.addParametersItem(new Parameter().$ref("atLeast"));
        found.addParametersItem(new Parameter().$ref("AcceptLanguage"));
        var answers = found.getResponses();
        answers.keySet().removeIf(status -> !status.equals("200"));
        answers.values()
                .forEach(answer -> answer.description("The answer.")
                        .addHeaderObject("X-As-Of-Position", new Header().$ref("AsOf")));
        for (var status : new String[] {"400", "404", "406"}) {
            answers.addApiResponse(status, new ApiResponse().$ref("Problem"));
        }
        answers.addApiResponse("503", new ApiResponse().$ref("ComeAgain"));
    }
}
