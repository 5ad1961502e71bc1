package linxi.command.relay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where events go. Another number of partitions needs a new topic and a rebuild of the read models, as a key would
 * change its partition.
 */
@ConfigurationProperties("linxi.kafka")
record RelaySettings(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @DefaultValue("linxi.events") String topic,
        @DefaultValue("6") int partitions,
        @DefaultValue("1") short replicationFactor) {
    RelaySettings {
        if (partitions < 1 || replicationFactor < 1) {
            throw new IllegalArgumentException("linxi.kafka.partitions and replication-factor must be 1 or more");
        }
    }
}
