package linxi.command.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.mongodb.MongoDBContainer;

/** The same contract on MongoDB itself, a replica set of one. */
class TestcontainersEventLogIT extends EventLogContract {
    private static MongoDBContainer server;

    @BeforeAll
    static void start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            skip("no Docker engine runs here");
        }
        server = new MongoDBContainer("mongo:8.0").withReplicaSet();
        try {
            server.start();
        } catch (ContainerFetchException e) {
            skip("the image cannot be pulled: " + e.getMessage());
        }
    }

    private static void skip(String why) {
        System.out.println("TestcontainersEventLogIT is skipped: " + why);
        Assumptions.abort(why);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Override
    String uri() {
        return "mongodb://127.0.0.1:" + serverPort() + "/?directConnection=true";
    }

    @Override
    public int serverPort() {
        return server.getMappedPort(27017);
    }
}
