package linxi.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "events.md");
    private static final String WRITE = "linxi.events-page.write";

    private final Properties meanings = new Properties();

    @BeforeEach
    void readMeanings() throws IOException {
        try (var reader =
                Files.newBufferedReader(Path.of("src", "test", "resources", "event-meanings.properties"), UTF_8)) {
            meanings.load(reader);
        }
    }

    @Test
    void everyEventHasAMeaning() {
        assertThat(meanings.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        EventType.values().stream().map(EventType::name).toList());
    }

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        var text = new EventsPage(meanings).text();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, text);
        }
        assertThat(PAGE)
                .as("write it anew with ./mvnw -pl shared-events test -Dtest=EventsPageTest -D%s=true", WRITE)
                .exists()
                .content(UTF_8)
                .isEqualTo(text);
    }
}
