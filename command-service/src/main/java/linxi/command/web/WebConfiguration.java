package linxi.command.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted at the door. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    @Bean
    MeterBinder admissionMeters(Admission admission) {
        return registry -> {
            var _ = Gauge.builder("linxi.commands.in.hand", admission, Admission::inHand)
                    .description("Commands taken in and not yet answered")
                    .register(registry);
        };
    }
}
