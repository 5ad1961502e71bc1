package linxi.embedded;

import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A broker of its own process may end it at a fatal error; ours shares the process with both services. */
final class KafkaExit {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaExit.class);

    private KafkaExit() {}

    static void neverEndsThisJvm() {
        Exit.setExitProcedure(KafkaExit::refuse);
        Exit.setHaltProcedure(KafkaExit::refuse);
    }

    private static void refuse(int status, @Nullable String message) {
        LOG.error("the event broker gave up (status {}): {}", status, message);
        throw new IllegalStateException("the event broker gave up: " + message);
    }
}
