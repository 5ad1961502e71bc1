package linxi.query.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where events come from.
 *
 * @param group instances with the same group share the partitions, and must share the database
 * @param instance a name that no other instance has: one that starts again under it after a crash goes on at once,
 *     instead of after the ten seconds in which the group still waits for the one that died
 */
@ConfigurationProperties("linxi.kafka")
public record KafkaSettings(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @DefaultValue("linxi.events") String topic,
        @DefaultValue("linxi.query") String group,
        @Nullable String instance) {}
