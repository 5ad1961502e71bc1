package linxi.query.feed;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The feed in {@code /actuator/health}: down where nothing can be read or stored, degraded where all goes on but for some
 * parked units, or for a partition that looks for missing records.
 */
final class FeedHealth implements HealthIndicator {
    private final Feed feed;

    FeedHealth(Feed feed) {
        this.feed = feed;
    }

    @Override
    public Health health() {
        var status = feed.status();
        var away = status.away();
        boolean whole = status.isWell() && status.parkedUnits() == 0;
        var health = away != null ? Health.down() : whole ? Health.up() : Health.status("DEGRADED");
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
