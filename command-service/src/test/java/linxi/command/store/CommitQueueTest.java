package linxi.command.store;

import static linxi.command.store.Held.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What gathers while the store is slow is bounded, and a full queue says so at once. */
class CommitQueueTest {
    private static final long BYTES = pending().bytes();

    @Test
    void refusesOneCommitTooManyUntilOneIsTaken() throws InterruptedException {
        var queue = queue(3, 1_000 * BYTES);
        for (int i = 0; i < 3; i++) {
            assertThat(queue.offer(pending())).isTrue();
        }
        assertThat(queue.offer(pending())).isFalse();
        assertThat(queue.size()).isEqualTo(3);
        assertThat(queue.take(Duration.ZERO)).hasSize(1);
        assertThat(queue.offer(pending())).isTrue();
        assertThat(queue.offer(pending())).isFalse();
    }

    @Test
    void refusesOneByteTooManyUntilSomeAreTaken() throws InterruptedException {
        var queue = queue(1_000, 4 * BYTES - 1);
        for (int i = 0; i < 3; i++) {
            assertThat(queue.offer(pending())).isTrue();
        }
        assertThat(queue.offer(pending())).isFalse();
        assertThat(queue.size()).isEqualTo(3);
        assertThat(queue.take(Duration.ZERO)).hasSize(1);
        assertThat(queue.offer(pending())).isTrue();
        assertThat(queue.offer(pending())).isFalse();
    }

    /** A commit refused by either bound, or withdrawn by its caller, weighs nothing afterwards. */
    @Test
    void givesBackAllBytes() throws InterruptedException {
        var queue = queue(2, 2 * BYTES);
        for (int round = 0; round < 5; round++) {
            var withdrawn = pending();
            assertThat(queue.offer(withdrawn)).isTrue();
            assertThat(queue.offer(pending())).isTrue();
            assertThat(queue.offer(pending())).isFalse();
            assertThat(withdrawn.withdraw()).isTrue();
            assertThat(queue.take(Duration.ZERO)).hasSize(1);
            assertThat(queue.size()).isZero();
        }
    }

    /** Batches of one commit. */
    private static CommitQueue queue(int commits, long bytes) {
        return new CommitQueue(new Limits(Duration.ofSeconds(1), commits, bytes, 1, 1_000 * BYTES));
    }

    private static Pending pending() {
        return new Pending(run("A", 0, 1));
    }
}
