package linxi.command.relay;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import linxi.command.store.EventLog;
import linxi.command.store.StoreAway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
    MeterBinder relayMeters(Relay relay) {
        return registry -> {
            gauge("linxi.relay.lag", "Events recorded and not known to be in Kafka", relay, RelayStatus::lag)
                    .register(registry);
            gauge("linxi.relay.position", "All events up to it are in Kafka", relay, RelayStatus::position)
                    .register(registry);
            gauge("linxi.relay.connected", "1 where this instance sends and Kafka answers", relay, status -> {
                        return status.leading() && status.connected() ? 1 : 0;
                    })
                    .register(registry);
        };
    }

    private static Gauge.Builder<Relay> gauge(
            String name, String description, Relay relay, ToDoubleFunction<RelayStatus> value) {
        return Gauge.builder(name, relay, asked -> unlessAway(asked, value)).description(description);
    }

    private static double unlessAway(Relay relay, ToDoubleFunction<RelayStatus> value) {
        try {
            return value.applyAsDouble(relay.status());
        } catch (StoreAway | MongoException e) {
            return Double.NaN;
        }
    }
}
