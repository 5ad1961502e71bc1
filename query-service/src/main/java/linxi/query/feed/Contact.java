package linxi.query.feed;

import java.time.Duration;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Whether Kafka says anything at all to a consumer, which by itself polls in vain and without a word while Kafka is away.
 * A consumer that is well hears each second: its group's heartbeats, its fetches, even empty ones, or metadata.
 */
final class Contact {
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final @Nullable Metric responses;
    private double heard;
    private long heardAt = System.nanoTime();

    Contact(KafkaConsumer<?, ?> consumer) {
        this.responses = consumer.metrics().values().stream()
                .filter(metric -> metric.metricName().group().equals("consumer-metrics")
                        && metric.metricName().name().equals("response-total"))
                .findFirst()
                .map(Metric.class::cast)
                .orElse(null);
    }

    /** To be asked after each poll; null while Kafka answers. */
    @Nullable
    String lost(long nanos) {
        double now = responses != null && responses.metricValue() instanceof Number count ? count.doubleValue() : nanos;
        if (now != heard) {
            heard = now;
            heardAt = nanos;
        }
        long silent = nanos - heardAt;
        return silent > SILENCE.toNanos() ? "no word from Kafka for " + silent / 1_000_000_000 + " s" : null;
    }
}
