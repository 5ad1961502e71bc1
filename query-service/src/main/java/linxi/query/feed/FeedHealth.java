package linxi.query.feed;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * The feed in {@code /actuator/health}: delayed where nothing can be read or stored, as queries are answered all the same
 * from what is folded; degraded where all goes on but for some parked units, or for a partition that looks for missing
 * records.
 */
final class FeedHealth implements HealthIndicator {
    private static final Status DELAYED = new Status("DELAYED", "answers grow old");
    private static final Status DEGRADED = new Status("DEGRADED", "some documents lack events");

    private final Feed feed;

    FeedHealth(Feed feed) {
        this.feed = feed;
    }

    @Override
    public Health health() {
        var status = feed.status();
        var away = status.away();
        boolean whole = status.isWell() && status.parkedUnits() == 0;
        var health = away != null ? Health.status(DELAYED) : whole ? Health.up() : Health.status(DEGRADED);
        if (away != null) {
            health.withDetail("away", away);
        }
        if (status.parkedUnits() > 0) {
            health.withDetail("parkedUnits", status.parkedUnits()).withDetail("parked", status.parked());
        }
        status.partitions().forEach((partition, state) -> health.withDetail("partition " + partition, state));
        return health.build();
    }
}
