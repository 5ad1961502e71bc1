package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every name and port in docker-compose.yml and the Dockerfiles is one that the services read. */
class ComposeTest {
    private static final String COMPOSE = ServiceSettings.text(Path.of("..", "docker-compose.yml"));
    private static final Map<String, String> DOCKERFILES = Map.of(
            "command-service", ServiceSettings.text(Path.of("..", "command-service", "Dockerfile")),
            "query-service", ServiceSettings.text(Path.of("..", "query-service", "Dockerfile")));
    private static final Map<String, ServiceSettings> SERVICES = Map.of(
            "command-service", ServiceSettings.of("command-service", "linxi.command"),
            "query-service", ServiceSettings.of("query-service", "linxi.query"));

    @Test
    void everythingInItIsRead() {
        assertThat(new Compose(COMPOSE, DOCKERFILES, SERVICES).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "LINXI_MONGO_URI:, LINXI_MONGO_URL:, does not read LINXI_MONGO_URL",
        "LINXI_KAFKA_BOOTSTRAP_SERVERS, LINXI_KAFKA_BOOTSTRAP_SERVER, does not read LINXI_KAFKA_BOOTSTRAP_SERVER",
        "LINXI_COMMAND_URL, LINXI_COMMANDS_URL, query-service does not read LINXI_COMMANDS_URL",
        "SERVER_ADDRESS, SERVER_ADRESS, does not read SERVER_ADRESS",
        "127.0.0.1:8080:8080, 8080:8080, query-service publishes 8080:8080 beyond 127.0.0.1",
        "127.0.0.1:8080:8080, 0.0.0.0:8080:8080, beyond 127.0.0.1",
        "127.0.0.1:8081:8081, 127.0.0.1:8081:8082, command-service does not listen on 8082",
        "http://command-service:8081, http://command-service:8083, looks for //command-service:8083",
        "SERVERS: kafka:9092, SERVERS: kafka:9093, looks for kafka:9093",
        "mongodb://mongo:27017, mongodb://mongodb:27017, looks for //mongodb:27017",
    })
    void aSlipInTheComposeFileIsSeen(String text, String slip, String problem) {
        assertThat(COMPOSE).contains(text);
        assertThat(new Compose(COMPOSE.replace(text, slip), DOCKERFILES, SERVICES).problems())
                .anyMatch(found -> found.contains(problem));
    }

    @ParameterizedTest
    @CsvSource({
        "AXONIQ_UPDATE_CHECKER_DISABLED, AXONIQ_UPDATE_CHECK_DISABLED, does not read AXONIQ_UPDATE_CHECK_DISABLED",
        "EXPOSE 8081, EXPOSE 8080, image exposes and probes",
        "/dev/tcp/127.0.0.1/8081, /dev/tcp/127.0.0.1/8080, image exposes and probes",
        "/actuator/health/readiness, /actuator/ready, command-service has no /actuator/ready",
    })
    void aSlipInADockerfileIsSeen(String text, String slip, String problem) {
        var files = new TreeMap<>(DOCKERFILES);
        assertThat(files.get("command-service")).contains(text);
        files.computeIfPresent("command-service", (_, file) -> file.replace(text, slip));
        assertThat(new Compose(COMPOSE, files, SERVICES).problems()).anyMatch(found -> found.contains(problem));
    }
}
