package linxi.command.web;

import linxi.edge.http.Admission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many commands are let in. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    private static final int AT_ONCE = 256;

    @Bean
    Admission admission() {
        return new Admission("linxi.commands.in.hand", AT_ONCE);
    }
}
