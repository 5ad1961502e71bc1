package linxi.command.wiring;

import linxi.command.store.EventLog;
import linxi.edge.health.Inquiry;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the event log can be read and takes commits, and so commands work. */
@Component("store")
class StoreHealth implements HealthIndicator {
    private final EventLog log;
    private final Inquiry<Long> head;

    StoreHealth(EventLog log) {
        this.log = log;
        this.head = new Inquiry<>(log::head);
    }

    @Override
    public Health health() {
        if (log.isStopped()) {
            return Health.down()
                    .withDetail("reason", "the log's writer has stopped")
                    .build();
        }
        return head.answer()
                .map(position -> Health.up().withDetail("position", position))
                .orElseGet(() -> Health.down().withDetail("reason", "MongoDB does not answer"))
                .build();
    }
}
