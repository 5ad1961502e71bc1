package linxi.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import linxi.access.MovableClock;
import org.junit.jupiter.api.Test;

class ToldTest {
    private final MovableClock clock = new MovableClock();
    private int asked;
    private boolean away;
    private final Told<Integer> told = new Told<>(this::answer, clock);

    private int answer() {
        asked++;
        if (away) {
            throw new ProviderAway("away");
        }
        return asked;
    }

    @Test
    void isAskedForWhenNeededAndAgainAfterTenMinutes() {
        assertThat(asked).isZero();
        assertThat(told.get()).isEqualTo(1);
        clock.pass(Told.FRESH.minusSeconds(1));
        assertThat(told.get()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        assertThat(told.get()).isEqualTo(2);
    }

    @Test
    void isKeptForAnHourWhileNobodyAnswers() {
        assertThat(told.get()).isEqualTo(1);
        away = true;
        clock.pass(Told.KEPT.minusSeconds(1));
        assertThat(told.get()).isEqualTo(1);
        clock.pass(Told.PAUSE);
        assertThatThrownBy(told::get).isInstanceOf(ProviderAway.class);
    }

    @Test
    void isNotAskedForByEverybodyAfterAFailure() {
        away = true;
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(told::get).isInstanceOf(ProviderAway.class);
        }
        assertThat(asked).isEqualTo(1);
        away = false;
        clock.pass(Told.PAUSE);
        assertThat(told.get()).isEqualTo(2);
    }

    @Test
    void isAskedForAgainByWhoMissesSomethingButSeldom() {
        assertThat(told.get()).isEqualTo(1);
        for (int i = 0; i < 5; i++) {
            assertThat(told.again()).isEqualTo(1);
        }
        clock.pass(Told.SELDOM);
        assertThat(told.again()).isEqualTo(2);
        away = true;
        clock.pass(Told.SELDOM);
        assertThatThrownBy(told::again).isInstanceOf(ProviderAway.class);
        assertThat(told.get()).as("what is known goes on").isEqualTo(2);
    }

    @Test
    void isAskedForByOneOfManyWhoComeAtOnce() throws Exception {
        var begun = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        var slow = new Told<>(
                () -> {
                    begun.countDown();
                    await(answered);
                    return answer();
                },
                clock);
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 20; i++) {
                calls.add(many.submit(slow::get));
            }
            await(begun);
            answered.countDown();
            for (var call : calls) {
                assertThat(call.get()).isEqualTo(1);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
