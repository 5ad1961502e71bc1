package linxi.command.relay;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

@EnabledIf(value = "isDockerThere", disabledReason = "no Docker engine answers")
class ContainerRelayIT extends RelayContract {
    private static final MongoDBContainer MONGO = new MongoDBContainer("mongo:8.0").withReplicaSet();
    private static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.2.0");

    static boolean isDockerThere() {
        boolean there = DockerClientFactory.instance().isDockerAvailable();
        if (!there) {
            System.out.println(
                    "skipped: the relay against MongoDB's and Kafka's own images, as no Docker engine answers");
        }
        return there;
    }

    @BeforeAll
    static void start() {
        MONGO.start();
        KAFKA.start();
    }

    @AfterAll
    static void stop() {
        KAFKA.stop();
        MONGO.stop();
    }

    @Override
    String mongo() {
        return MONGO.getReplicaSetUrl();
    }

    @Override
    String kafka() {
        return KAFKA.getBootstrapServers();
    }
}
