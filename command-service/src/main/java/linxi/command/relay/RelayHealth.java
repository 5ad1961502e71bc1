package linxi.command.relay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Tells of a relay that cannot send, without calling the service down for it: commands are recorded all the same, and
 * reach Kafka later.
 */
final class RelayHealth implements HealthIndicator {
    static final Status DELAYED = new Status("DELAYED", "commands are recorded; Kafka gets them later");

    private final Relay relay;

    RelayHealth(Relay relay) {
        this.relay = relay;
    }

    @Override
    public Health health() {
        return relay.statusIfSoon()
                .map(RelayHealth::health)
                .orElseGet(() -> Health.status(DELAYED)
                        .withDetail("lastError", "the store is away")
                        .build());
    }

    private static Health health(RelayStatus status) {
        boolean fails = !status.connected() && status.lastError() != null;
        var health = (fails ? Health.status(DELAYED) : Health.up())
                .withDetail("position", status.position())
                .withDetail("lag", status.lag())
                .withDetail("leading", status.leading())
                .withDetail("connected", status.connected());
        if (status.lastError() != null) {
            var _ = health.withDetail("lastError", status.lastError());
        }
        return health.build();
    }
}
