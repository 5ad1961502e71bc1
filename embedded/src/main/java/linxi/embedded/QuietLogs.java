package linxi.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Hushes the embedded engines, which tell hundreds of lines a start; a level that somebody set is left alone. */
final class QuietLogs {
    private static final Map<String, Level> LEVELS = Map.of(
            "kafka", Level.ERROR,
            "org.apache.kafka", Level.ERROR,
            "state.change.logger", Level.ERROR,
            "io.netty", Level.WARN,
            "de.bwaldvogel.mongo", Level.ERROR,
            // Each error that a client is answered would be printed with its whole document.
            "de.bwaldvogel.mongo.wire.MongoDatabaseHandler", Level.OFF,
            "org.mongodb.driver", Level.WARN);

    private QuietLogs() {}

    static void apply() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            LEVELS.forEach((name, level) -> {
                var logger = context.getLogger(name);
                if (logger.getLevel() == null) {
                    logger.setLevel(level);
                }
            });
        }
    }
}
