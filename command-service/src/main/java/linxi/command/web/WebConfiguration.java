package linxi.command.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What stands before every command. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    @Bean
    Admission admission() {
        return new Admission();
    }

    @Bean
    WebMvcConfigurer admittedCommands(Admission admission) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                var _ = registry.addInterceptor(admission).addPathPatterns("/api/**");
            }
        };
    }

    @Bean
    MeterBinder admissionMeters(Admission admission) {
        return registry -> {
            var _ = Gauge.builder("linxi.commands.in.hand", admission, Admission::inHand)
                    .description("Commands taken in and not yet answered")
                    .register(registry);
        };
    }
}
