package linxi.query.feed;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** On Apache Kafka and MongoDB themselves, where Docker is. */
class FeedContainersIT extends FeedSuite {
    private static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.1.0");
    private static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8.0");

    @BeforeAll
    static void start() {
        boolean docker = DockerClientFactory.instance().isDockerAvailable();
        if (!docker) {
            System.out.println("FeedContainersIT skipped: no Docker engine answers here");
        }
        Assumptions.assumeTrue(docker, "no Docker engine answers here");
        try {
            KAFKA.start();
            MONGO.start();
        } catch (org.testcontainers.containers.ContainerFetchException e) {
            System.out.println("FeedContainersIT skipped: an image cannot be fetched");
            Assumptions.abort("an image cannot be fetched: " + e.getMessage());
        }
    }

    @AfterAll
    static void stop() {
        KAFKA.stop();
        MONGO.stop();
    }

    @Override
    String bootstrapServers() {
        return KAFKA.getBootstrapServers();
    }

    @Override
    String mongoUri() {
        return MONGO.getReplicaSetUrl();
    }
}
