package linxi.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AdmissionTest {
    private final Admission admission = new Admission("in.hand", 2);

    @Test
    void tellsThoseBeyondTheBoundToComeAgain() {
        var end = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> admission.run(() -> until(end)), Thread::startVirtualThread);
        var second = CompletableFuture.supplyAsync(() -> admission.run(() -> until(end)), Thread::startVirtualThread);
        while (admission.inHand() < 2) {
            Thread.onSpinWait();
        }
        assertThatExceptionOfType(Crowded.class).isThrownBy(() -> admission.run(() -> "third"));
        end.countDown();
        assertThat(first.join()).isEqualTo(second.join()).isEqualTo("done");
        assertThat(admission.inHand()).isZero();
        assertThat(admission.<String>run(() -> "third")).isEqualTo("third");
    }

    @Test
    void letsGoOfWhatFails() {
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> admission.run(() -> {
                        throw new IllegalStateException("failed");
                    }));
        }
        assertThat(admission.inHand()).isZero();
    }

    private static String until(CountDownLatch end) {
        try {
            end.await();
            return "done";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
