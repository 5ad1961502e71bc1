package linxi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When it is over, however it ends, nothing runs any more. */
class TogetherTest {
    private final AtomicInteger done = new AtomicInteger();

    @Test
    @Timeout(10)
    void allRunAtOnce() {
        var all = new CountDownLatch(10);
        Together.AT_ONCE.run(IntStream.range(0, 10)
                .<Runnable>mapToObj(_ -> () -> {
                    all.countDown();
                    await(all);
                    done.incrementAndGet();
                })
                .toList());
        assertThat(done).hasValue(10);
    }

    @Test
    void theFirstFailureIsThrownWhenTheLastTaskHasEnded() {
        var first = new IllegalStateException("first");
        var second = new StackOverflowError();
        assertThatThrownBy(() -> Together.AT_ONCE.run(List.of(this::slow, failing(first), failing(second), this::slow)))
                .isSameAs(first)
                .hasSuppressedException(second);
        assertThat(done).hasValue(2);
    }

    @Test
    void anErrorIsThrownAsItIs() {
        var error = new StackOverflowError();
        assertThatThrownBy(() -> Together.AT_ONCE.run(List.of(this::slow, failing(error))))
                .isSameAs(error);
    }

    @Test
    void whoIsInterruptedLeavesNothingRunning() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Together.AT_ONCE.run(List.of(this::slow, this::slow)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
        int then = done.get();
        slow();
        slow();
        assertThat(done.get()).isEqualTo(then + 2);
    }

    private static Runnable failing(Throwable failure) {
        return () -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        };
    }

    private void slow() {
        try {
            Thread.sleep(50);
            done.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
