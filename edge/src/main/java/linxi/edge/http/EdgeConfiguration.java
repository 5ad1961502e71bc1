package linxi.edge.http;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** All of it; a service imports this, and sets {@code linxi.edge}. */
@Configuration(proxyBeanMethods = false)
public class EdgeConfiguration {
    @Bean
    CorrelationFilter correlationFilter(MeterRegistry meters, @Value("${linxi.edge.log-commands}") boolean logs) {
        return new CorrelationFilter(meters, logs);
    }

    @Bean
    BodyRoom bodyRoom(@Value("${linxi.edge.body-room}") DataSize room) {
        return new BodyRoom(Math.toIntExact(room.toKilobytes()));
    }

    @Bean
    ContainerLimits containerLimits() {
        return new ContainerLimits();
    }

    @Bean
    LastAnswers lastAnswers() {
        return new LastAnswers();
    }
}
