package linxi.command.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Clients that give up in seconds, as the relay itself tries again. */
final class KafkaSettings {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The limit of a record on the topic; an event is at most 3 MiB. */
    static final int RECORD_BYTES = 4 << 20;

    private static final int REQUEST_MILLIS = 4_000;

    private KafkaSettings() {}

    static Map<String, Object> producer(RelaySettings settings) {
        var config = client(settings);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) REQUEST_MILLIS);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, RECORD_BYTES);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        // The topic is kept for ever, and JSON shrinks well. Of the codecs this one needs no native library.
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        return config;
    }

    static Map<String, Object> consumer(RelaySettings settings) {
        var config = client(settings);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return config;
    }

    static Map<String, Object> admin(RelaySettings settings) {
        var config = client(settings);
        config.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return config;
    }

    private static Map<String, Object> client(RelaySettings settings) {
        var config = new HashMap<String, Object>();
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000L);
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, "linxi-relay");
        return config;
    }
}
