package linxi.command.relay;

import static linxi.command.relay.Trial.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import linxi.command.store.EventLog;
import linxi.command.store.StoreClient;
import linxi.embedded.EmbeddedMongo;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RelayConfigurationIT {
    @Test
    void runsWithTheServiceAndOnlyTellsThatKafkaIsAway() {
        try (var mongo = EmbeddedMongo.inMemory();
                var client = StoreClient.open(mongo.uri());
                var log = new EventLog(client.getDatabase("linxi"))) {
            new ApplicationContextRunner()
                    .withUserConfiguration(RelayConfiguration.class)
                    .withBean(EventLog.class, () -> log)
                    .withBean(MongoDatabase.class, () -> client.getDatabase("linxi"))
                    .withPropertyValues("linxi.kafka.bootstrap-servers=127.0.0.1:9", "linxi.kafka.partitions=2")
                    .run(context -> {
                        var health = context.getBean("relayHealthIndicator", HealthIndicator.class);
                        await(
                                "the outage is told",
                                () -> "DELAYED".equals(status(health).getCode()));
                        var meters = new SimpleMeterRegistry();
                        context.getBean("relayMeters", MeterBinder.class).bindTo(meters);
                        assertThat(meters.get("linxi.relay.connected").gauge().value())
                                .isZero();
                        assertThat(meters.get("linxi.relay.lag").gauge().value())
                                .isZero();
                        assertThat(context.getBean(RelaySettings.class))
                                .isEqualTo(new RelaySettings("127.0.0.1:9", "linxi.events", 2, (short) 1));
                    });
        }
    }

    private static Status status(HealthIndicator indicator) {
        var health = indicator.health();
        return health == null ? Status.UNKNOWN : health.getStatus();
    }
}
