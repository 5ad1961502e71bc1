package linxi.command.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedEventLogIT extends EventLogContract {
    private static MongoServer server;

    @BeforeAll
    static void start() {
        server = new MongoServer(new MemoryBackend());
        var _ = server.bind();
    }

    @AfterAll
    static void stop() {
        server.shutdownNow();
    }

    @Override
    String uri() {
        return server.getConnectionString();
    }
}
