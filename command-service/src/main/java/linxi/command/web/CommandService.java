package linxi.command.web;

import linxi.access.web.AccessConfiguration;
import linxi.edge.http.EdgeConfiguration;
import linxi.edge.stop.StopLimit;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Starts the command service; its settings are in {@code command-service.yaml}. */
@Import({EdgeConfiguration.class, AccessConfiguration.class})
@SpringBootApplication(scanBasePackages = "linxi.command")
public class CommandService {

    /** The service, not yet running; named settings keep it apart from another service in the same process. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(CommandService.class).properties("spring.config.name=command-service");
    }

    public static void main(String[] arguments) {
        // Axon would otherwise call home; it looks at this before any Spring setting is read.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        StopLimit.install();
        var _ = application().run(arguments);
    }
}
