package linxi.allinone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The compose file and the Dockerfiles, held against what the services read. */
record Compose(String compose, Map<String, String> dockerfiles, Map<String, ServiceSettings> services) {
    /** Read before Spring starts, by the JVM and by Axon. */
    private static final Set<String> BEFORE_SPRING = Set.of("JAVA_TOOL_OPTIONS", "AXONIQ_UPDATE_CHECKER_DISABLED");

    private static final Pattern PUBLISHED = Pattern.compile("127\\.0\\.0\\.1:(\\d+):(\\d+)");
    private static final Pattern ENV = Pattern.compile("^ENV (\\w+)=", Pattern.MULTILINE);
    private static final Pattern EXPOSE = Pattern.compile("^EXPOSE (\\d+)$", Pattern.MULTILINE);
    private static final Pattern PROBE = Pattern.compile("/dev/tcp/127\\.0\\.0\\.1/(\\d+) .*GET (\\S+) HTTP");
    private static final Pattern ADDRESS = Pattern.compile("(?:^|//)([a-z-]+):(\\d+)");

    /** What is wrong, in words; empty where nothing is. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        var all = map(map(new Yaml().load(compose)).get("services"));
        all.forEach((name, service) -> ports(name, map(service), problems));
        services.forEach((name, settings) -> {
            var service = all.get(name);
            if (service == null) {
                problems.add("no service " + name);
                return;
            }
            var environment = map(map(service).get("environment"));
            environment.forEach((variable, value) -> {
                variable(name, settings, variable, problems);
                addresses(name, variable, String.valueOf(value), all, problems);
            });
            image(name, settings, Objects.requireNonNullElse(dockerfiles.get(name), ""), problems);
        });
        return problems;
    }

    private void ports(String name, Map<String, Object> service, List<String> problems) {
        for (var port : (List<?>) service.getOrDefault("ports", List.of())) {
            var published = PUBLISHED.matcher(String.valueOf(port));
            var settings = services.get(name);
            if (!published.matches()) {
                problems.add(name + " publishes " + port + " beyond 127.0.0.1");
            } else if (settings == null || !published.group(2).equals(settings.port())) {
                problems.add(name + " does not listen on " + published.group(2));
            }
        }
    }

    private static void variable(String name, ServiceSettings settings, String variable, List<String> problems) {
        if (!BEFORE_SPRING.contains(variable) && settings.readFrom(variable).isEmpty()) {
            problems.add(name + " does not read " + variable);
        }
    }

    /** Every {@code host:port} in a value is a service of this file, on a port that it listens on. */
    private void addresses(String name, String variable, String value, Map<String, Object> all, List<String> problems) {
        var address = ADDRESS.matcher(value);
        while (address.find()) {
            var host = address.group(1);
            if (!listens(host, address.group(2), all)) {
                problems.add(name + " looks for " + address.group() + " in " + variable);
            }
        }
    }

    private boolean listens(String host, String port, Map<String, Object> all) {
        var settings = services.get(host);
        if (settings != null) {
            return port.equals(settings.port());
        }
        return switch (host) {
            case "mongo" -> port.equals("27017");
            case "kafka" ->
                String.valueOf(map(map(all.get("kafka")).get("environment")).get("KAFKA_ADVERTISED_LISTENERS"))
                        .equals("PLAINTEXT://kafka:" + port);
            default -> false;
        };
    }

    private static void image(String name, ServiceSettings settings, String dockerfile, List<String> problems) {
        ENV.matcher(dockerfile).results().forEach(found -> variable(name, settings, found.group(1), problems));
        var ports = Stream.concat(groups(EXPOSE.matcher(dockerfile), 1), groups(PROBE.matcher(dockerfile), 1))
                .toList();
        if (!ports.equals(List.of(String.valueOf(settings.port()), String.valueOf(settings.port())))) {
            problems.add(name + "'s image exposes and probes " + ports + ", not " + settings.port());
        }
        groups(PROBE.matcher(dockerfile), 2)
                .filter(path -> !settings.probes(path))
                .forEach(path -> problems.add(name + " has no " + path));
    }

    private static Stream<String> groups(Matcher matcher, int group) {
        return matcher.results().map(found -> found.group(group));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
