package linxi.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * The settings that a service reads: the components of its properties records, the names in its {@code @Value}s, and
 * of Spring's own those that its settings file has.
 */
record ServiceSettings(Set<String> names, Properties file) {
    private static final Set<String> SPRINGS_OWN = Set.of("server.address", "server.port");
    private static final Pattern PLACEHOLDER = Pattern.compile("@Value\\(\"\\$\\{([a-z.-]+)");

    static ServiceSettings of(String service, String root) {
        var folder = Path.of("..", service, "src", "main");
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(folder.resolve("resources").resolve(service + ".yaml")));
        var file = yaml.getObject();
        if (file == null) {
            throw new AssertionError("no settings of " + service);
        }
        var names = new TreeSet<>(SPRINGS_OWN);
        file.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("linxi."))
                .forEach(names::add);
        records(root).forEach(names::addAll);
        placeholders(folder.resolve("java")).forEach(names::add);
        return new ServiceSettings(names, file);
    }

    /** The settings that Spring's relaxed binding fills from that variable. */
    List<String> readFrom(String variable) {
        var environment = new SystemEnvironmentPropertySource("systemEnvironment", Map.of(variable, "x"));
        var binder = new Binder(ConfigurationPropertySources.from(environment));
        return names.stream()
                .filter(name -> name.matches("[a-z0-9.-]+"))
                .filter(name -> binder.bind(name, String.class).isBound())
                .toList();
    }

    @Nullable
    String port() {
        return file.getProperty("server.port");
    }

    /** Whether the path is a health endpoint that this service exposes. */
    boolean probes(String path) {
        return path.equals("/actuator/health/readiness")
                && file.getProperty("management.endpoints.web.exposure.include", "health")
                        .contains("health")
                && !file.getProperty("management.endpoint.health.probes.enabled", "true")
                        .equals("false");
    }

    private static Stream<List<String>> records(String root) {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scan.findCandidateComponents(root).stream()
                .map(bean -> load(String.valueOf(bean.getBeanClassName())))
                .map(ServiceSettings::components);
    }

    private static List<String> components(Class<?> type) {
        var prefix = type.getAnnotation(ConfigurationProperties.class).value();
        return Arrays.stream(type.getRecordComponents())
                .map(component -> prefix + "." + DataObjectPropertyName.toDashedForm(component.getName()))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    private static List<String> placeholders(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> PLACEHOLDER.matcher(text(file)).results())
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
