package linxi.query.web;

import java.util.ArrayList;
import java.util.List;
import linxi.access.web.AccessConfiguration;
import linxi.access.web.LoginConfiguration;
import linxi.edge.http.EdgeConfiguration;
import linxi.edge.stop.StopLimit;
import linxi.query.feed.Projection;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;

/** Starts the query service; its settings are in {@code query-service.yaml}. */
@Import({EdgeConfiguration.class, AccessConfiguration.class, LoginConfiguration.class})
@SpringBootApplication(scanBasePackages = "linxi.query")
public class QueryService {

    /** The service, not yet running; named settings keep it apart from another service in the same process. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(QueryService.class).properties("spring.config.name=query-service");
    }

    /** Every read model, without the service: for maintenance. */
    public static List<Projection<?>> projections() {
        try (var beans = new AnnotationConfigApplicationContext(ProjectionConfiguration.class)) {
            var projections = new ArrayList<Projection<?>>();
            beans.getBeansOfType(Projection.class).values().forEach(projections::add);
            return projections;
        }
    }

    public static void main(String[] arguments) {
        StopLimit.install();
        var _ = application().run(arguments);
    }
}
