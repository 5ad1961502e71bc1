package linxi.command.relay;

import static linxi.command.relay.Trial.await;
import static linxi.command.relay.Trial.awaitSent;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import linxi.command.store.Lease;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** What is told of an instance that fails while it leads, and then no longer leads. */
class StandbyIT {
    @Test
    void tellsOfItsTroubleAsLongAsItLeads(@TempDir Path folder) {
        try (var mongo = EmbeddedMongo.inMemory();
                var kafka = EmbeddedKafka.start(folder, 0);
                var trial = new Trial(mongo.uri(), kafka.bootstrapServers())) {
            var relay = trial.relay();
            trial.record(3);
            awaitSent(relay);
            kafka.stop();
            trial.record(3);
            await("the outage is told", () -> isDelayed(relay));
            var other = Lease.exclusive(trial.database, "relay");
            await("another leads", () -> takes(other, trial));
            await("the trouble is the other's", () -> other.tryHold() && isUp(relay));
            assertThat(relay.status().lastError()).isNull();
            assertThat(leaseMetric(relay)).isZero();
            kafka.start();
            other.release();
            awaitSent(relay);
            await("it leads again", () -> isUp(relay) && leaseMetric(relay) == 1);
        }
    }

    @Test
    void showsItsLeaseThoughKafkaIsAway() {
        try (var mongo = EmbeddedMongo.inMemory();
                var trial = new Trial(mongo.uri(), "127.0.0.1:9")) {
            var relay = trial.relay();
            await("the outage is told", () -> isDelayed(relay));
            assertThat(leaseMetric(relay)).isEqualTo(1);
        }
    }

    /** As after the holder's end: the lease is nobody's for a moment. */
    private static boolean takes(Lease other, Trial trial) {
        var _ = trial.database
                .getCollection("leases")
                .updateOne(new Document("_id", "relay"), new Document("$set", new Document("owner", "")));
        return other.tryHold();
    }

    private static double leaseMetric(Relay relay) {
        var meters = new SimpleMeterRegistry();
        new RelayMeters(relay).bindTo(meters);
        return meters.get("linxi.relay.lease").gauge().value();
    }

    private static boolean isDelayed(Relay relay) {
        return new RelayHealth(relay).health().getStatus().equals(RelayHealth.DELAYED)
                && KafkaHealth.of(relay).getStatus().equals(RelayHealth.DELAYED);
    }

    private static boolean isUp(Relay relay) {
        Health health = new RelayHealth(relay).health();
        return health.getStatus().equals(Status.UP)
                && KafkaHealth.of(relay).getStatus().equals(Status.UP);
    }
}
