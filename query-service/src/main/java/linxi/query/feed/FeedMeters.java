package linxi.query.feed;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import linxi.edge.health.Inquiry;
import linxi.query.feed.FeedStatus.Partition;

/** The feed in metrics; {@code docs/operations.md} says what they mean. */
final class FeedMeters implements MeterBinder {
    private final Feed feed;
    private final Inquiry<Long> behind;

    FeedMeters(Feed feed, Freshness freshness) {
        this.feed = feed;
        this.behind = new Inquiry<>(freshness::behind);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        var _ = Gauge.builder("linxi.feed.partitions", feed, it -> partitions(it, registry))
                .description("Partitions that this instance reads")
                .register(registry);
        var _ = Gauge.builder(
                        "linxi.feed.behind",
                        behind,
                        it -> it.answer().map(Long::doubleValue).orElse(Double.NaN))
                .description("Events in Kafka and not folded, over all instances")
                .register(registry);
        var _ = Gauge.builder("linxi.feed.parked", feed, it -> it.status().parkedUnits())
                .description("Units parked in this instance's partitions")
                .register(registry);
        var _ = FunctionTimer.builder("linxi.feed.fold", feed, Feed::batches, Feed::foldNanos, TimeUnit.NANOSECONDS)
                .description("Batches folded and stored")
                .register(registry);
    }

    /** Partitions come and go: each look at how many there are finds the new ones. */
    private static int partitions(Feed feed, MeterRegistry registry) {
        var partitions = feed.status().partitions();
        for (int number : partitions.keySet()) {
            gauge(registry, feed, number, "linxi.feed.position", "Position of the last event taken", Partition::last);
            gauge(registry, feed, number, "linxi.feed.lag", "Records not yet read", partition -> {
                var lag = partition.lag();
                return lag == null ? Double.NaN : lag;
            });
        }
        return partitions.size();
    }

    /** Of no effect where it exists. */
    private static void gauge(
            MeterRegistry registry,
            Feed feed,
            int number,
            String name,
            String description,
            ToDoubleFunction<Partition> value) {
        var _ = Gauge.builder(name, feed, it -> {
                    var partition = it.status().partitions().get(number);
                    return partition == null ? Double.NaN : value.applyAsDouble(partition);
                })
                .tag("partition", Integer.toString(number))
                .description(description)
                .register(registry);
    }
}
