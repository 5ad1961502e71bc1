package linxi.query.web;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the query service; its settings are in {@code query-service.yaml}. */
@SpringBootApplication(scanBasePackages = "linxi.query")
public class QueryService {

    /** The service, not yet running; named settings keep it apart from another service in the same process. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(QueryService.class).properties("spring.config.name=query-service");
    }

    public static void main(String[] arguments) {
        var _ = application().run(arguments);
    }
}
