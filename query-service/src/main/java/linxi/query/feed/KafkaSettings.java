package linxi.query.feed;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where events come from.
 *
 * @param group instances with the same group share the partitions, and must share the database
 */
@ConfigurationProperties("linxi.kafka")
public record KafkaSettings(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @DefaultValue("linxi.events") String topic,
        @DefaultValue("linxi.query") String group) {}
