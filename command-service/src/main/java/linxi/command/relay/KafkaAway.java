package linxi.command.relay;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;

/** Kafka did not do what it was asked, or not in time. */
final class KafkaAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KafkaAway(String message, Throwable cause) {
        super(message, cause);
    }

    static <T> T unlessAway(String what, KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get(KafkaSettings.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new KafkaAway(what + ": " + cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new KafkaAway(what + ": no answer within " + KafkaSettings.PATIENCE.toSeconds() + " s", e);
        }
    }
}
