package linxi.command.store;

import java.nio.file.Path;
import linxi.embedded.EmbeddedMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedEventLogIT extends EventLogContract {
    private static EmbeddedMongo server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = EmbeddedMongo.start(folder, 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    String uri() {
        return server.uri();
    }

    @Override
    public int serverPort() {
        return server.port();
    }
}
