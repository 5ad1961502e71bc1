package linxi.allinone;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** The log's lines as JSON, in the services' form; {@code logback.xml} names it. */
public final class JsonLines extends StructuredLogEncoder {
    @Override
    public void start() {
        // Spring Boot would put its own there, but here logging is set up before and without it.
        getContext().putObject(Environment.class.getName(), new StandardEnvironment());
        setFormat("logstash");
        super.start();
    }
}
