package linxi.command.wiring;

import linxi.command.store.EventLog;
import linxi.command.store.StoreAway;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the event log can be read; its waits are bounded by the connection's settings. */
@Component("store")
class StoreHealth implements HealthIndicator {
    private final EventLog log;

    StoreHealth(EventLog log) {
        this.log = log;
    }

    @Override
    public Health health() {
        try {
            return Health.up().withDetail("position", log.head()).build();
        } catch (StoreAway away) {
            return Health.down().build();
        }
    }
}
