package linxi.allinone;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** The log's lines: text for people, or JSON in the services' form; {@code logback.xml} names it. */
public final class LogLines extends EncoderBase<ILoggingEvent> {
    private static final String TEXT =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] [%X{correlation:-}] %logger{36} - %msg%n";

    private Encoder<ILoggingEvent> lines = new PatternLayoutEncoder();
    private String format = "text";

    public void setFormat(String format) {
        this.format = format;
    }

    @Override
    public void start() {
        if (format.equals("json")) {
            // Spring Boot would put its own there, but here logging is set up before and without it.
            getContext().putObject(Environment.class.getName(), new StandardEnvironment());
            var json = new StructuredLogEncoder();
            json.setFormat("logstash");
            lines = json;
        } else {
            if (!format.equals("text")) {
                addError("linxi.log.format is text or json, not " + format);
            }
            var text = new PatternLayoutEncoder();
            text.setPattern(TEXT);
            lines = text;
        }
        lines.setContext(getContext());
        lines.start();
        super.start();
    }

    @Override
    public byte[] headerBytes() {
        return lines.headerBytes();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return lines.encode(event);
    }

    @Override
    public byte[] footerBytes() {
        return lines.footerBytes();
    }
}
