package linxi.command.relay;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.binder.MeterBinder;
import linxi.command.store.EventLog;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the relay with the service, and tells how it is doing. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelaySettings.class)
class RelayConfiguration {
    /** Started and closed by {@link RelayLifecycle}. */
    @Bean(destroyMethod = "")
    Relay relay(EventLog log, MongoDatabase database, RelaySettings settings) {
        return new Relay(log, database, settings);
    }

    @Bean
    RelayLifecycle relayLifecycle(Relay relay) {
        return new RelayLifecycle(relay);
    }

    @Bean
    HealthIndicator relayHealthIndicator(Relay relay) {
        return new RelayHealth(relay);
    }

    @Bean
    HealthIndicator kafkaHealthIndicator(Relay relay) {
        return () -> KafkaHealth.of(relay);
    }

    @Bean
    HealthIndicator leaseHealthIndicator(EventLog log, Relay relay) {
        return () -> Health.up()
                .withDetail("writer", log.isWriting())
                .withDetail("relay", relay.pulse().isLeading())
                .build();
    }

    @Bean
    MeterBinder relayMeters(Relay relay) {
        return new RelayMeters(relay);
    }
}
