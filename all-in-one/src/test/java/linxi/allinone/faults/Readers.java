package linxi.allinone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import linxi.allinone.faults.Http.Reply;

/** Callers that read over and over, each of whom rests for a moment after an answer. */
final class Readers implements AutoCloseable {
    private static final long REST_MILLIS = 500;

    private final Duration patience;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Reply> answers = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    /** @param patience after which a caller takes an answer for lost */
    Readers(Duration patience) {
        this.patience = patience;
    }

    void start(int count, String url) {
        for (int i = 0; i < count; i++) {
            var _ = callers.submit(() -> {
                while (!stopping) {
                    answers.add(Http.get(url, patience));
                    Await.sleep(REST_MILLIS);
                }
            });
        }
    }

    /** Every answer, lost ones as status 0. */
    List<Reply> answers() {
        return List.copyOf(answers);
    }

    /** Lets everyone have his answer. */
    void stop() {
        stopping = true;
        callers.shutdown();
        try {
            assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopping = true;
        callers.shutdownNow();
    }
}
