package linxi.command.relay;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** The relay in metrics; {@code docs/operations.md} says what they mean. */
final class RelayMeters implements MeterBinder {
    private final Relay relay;

    RelayMeters(Relay relay) {
        this.relay = relay;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "linxi.relay.lag",
                "Events recorded and not known to be in Kafka",
                it -> status(it, RelayStatus::lag));
        gauge(
                registry,
                "linxi.relay.position",
                "All events up to it are in Kafka",
                it -> status(it, RelayStatus::position));
        gauge(
                registry,
                "linxi.relay.lease",
                "1 where this instance has the lease and sends",
                it -> it.pulse().isLeading() ? 1 : 0);
        gauge(
                registry,
                "linxi.relay.connected",
                "1 where this instance sends and Kafka answers",
                it -> it.pulse().isLeading() && it.pulse().isConnected() ? 1 : 0);
        var _ = FunctionCounter.builder("linxi.relay.batches", relay.pulse(), Pulse::batches)
                .description("Batches sent to Kafka")
                .register(registry);
        var _ = FunctionCounter.builder("linxi.relay.sent", relay.pulse(), Pulse::events)
                .description("Events sent to Kafka")
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Relay> value) {
        var _ = Gauge.builder(name, relay, value).description(description).register(registry);
    }

    private static double status(Relay relay, ToDoubleFunction<RelayStatus> value) {
        return relay.statusIfSoon().map(value::applyAsDouble).orElse(Double.NaN);
    }
}
