package linxi.command.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {
    private static final long SEED = 20_201_123;

    @Test
    void floorsExactlyWhateverTheSize() {
        var random = new Random(SEED);
        for (int i = 0; i < 300_000; i++) {
            long total = 1 + (random.nextLong() >>> (3 + random.nextInt(60)));
            long weight = random.nextInt(10) == 0 ? total : Math.floorMod(random.nextLong(), total);
            long amount = random.nextLong() >>> (3 + random.nextInt(60));
            var exact = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weight))
                    .divide(BigInteger.valueOf(total));
            assertThat(Proportion.floor(amount, weight, total))
                    .as("seed %d: %d × %d ÷ %d", SEED, amount, weight, total)
                    .isEqualTo(exact.longValueExact());
        }
    }

    @Test
    void floorsExactlyAtTheLimit() {
        long limit = Proportion.LIMIT;
        assertThat(Proportion.floor(limit, limit, limit)).isEqualTo(limit);
        assertThat(Proportion.floor(limit, limit - 1, limit)).isEqualTo(limit - 1);
        assertThat(Proportion.floor(limit - 1, limit - 1, limit)).isEqualTo(limit - 2);
    }

    @Test
    void givesWhatIsMissingToTheLargestRemainders() {
        // 10 over 3 : 3 : 1 is 4.28…, 4.28…, 1.42…: the one missing goes to the last.
        assertThat(LargestRemainder.share(10, new long[] {3, 3, 1})).containsExactly(4, 4, 2);
    }

    @Test
    void breaksTiesInFavourOfTheEarlier() {
        assertThat(LargestRemainder.share(2, new long[] {1, 1, 1})).containsExactly(1, 1, 0);
        assertThat(LargestRemainder.share(1, new long[] {5, 5})).containsExactly(1, 0);
    }

    @Test
    void givesNothingToOneWithoutWeight() {
        assertThat(LargestRemainder.share(5, new long[] {0, 3, 0, 3})).containsExactly(0, 3, 0, 2);
    }

    @Test
    void cannotShareByNothing() {
        assertThatThrownBy(() -> LargestRemainder.share(1, new long[] {0, 0}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
