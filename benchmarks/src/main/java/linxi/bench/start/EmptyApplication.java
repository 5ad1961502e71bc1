package linxi.bench.start;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** A web application that does nothing: any answer, such as 404, says that it is up. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class EmptyApplication {
    public static void main(String[] arguments) {
        var _ = SpringApplication.run(EmptyApplication.class, arguments);
    }
}
