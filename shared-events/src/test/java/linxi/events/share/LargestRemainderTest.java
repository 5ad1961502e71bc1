package linxi.events.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
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
            assertThat(Proportion.of(amount, total).floor(weight))
                    .as("seed %d: %d × %d ÷ %d", SEED, amount, weight, total)
                    .isEqualTo(exact.longValueExact());
        }
    }

    @Test
    void floorsExactlyAtTheLimit() {
        long limit = Proportion.LIMIT;
        assertThat(Proportion.of(limit, limit).floor(limit)).isEqualTo(limit);
        assertThat(Proportion.of(limit, limit).floor(limit - 1)).isEqualTo(limit - 1);
        assertThat(Proportion.of(limit - 1, limit).floor(limit - 1)).isEqualTo(limit - 2);
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

    /** The rule as it is written: floor, then one more each to the largest fractions, the earlier of equals first. */
    @Test
    void sharesAsTheRuleSaysWhateverTheSize() {
        var random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            var weights = weights(random);
            long amount = random.nextLong() >>> (3 + random.nextInt(60));
            assertThat(LargestRemainder.share(amount, weights))
                    .as("seed %d, case %d: %d by %s", SEED, i, amount, Arrays.toString(weights))
                    .isEqualTo(slowly(amount, weights));
        }
    }

    /** Some without weight, many alike, up to what the domain allows in all. */
    private static long[] weights(Random random) {
        var weights = new long[1 + random.nextInt(30)];
        long most = 1 + ((Proportion.LIMIT / weights.length) >>> random.nextInt(62));
        boolean alike = random.nextBoolean();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextInt(5) == 0 ? 0 : alike ? most / 2 : random.nextLong(most);
        }
        weights[0]++;
        return weights;
    }

    private static long[] slowly(long amount, long[] weights) {
        var total = BigInteger.valueOf(Arrays.stream(weights).sum());
        var shares = new long[weights.length];
        var rests = new BigInteger[weights.length];
        long missing = amount;
        for (int i = 0; i < weights.length; i++) {
            var exact = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(total);
            shares[i] = exact[0].longValueExact();
            rests[i] = exact[1];
            missing -= shares[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> rests[i]).reversed())
                .limit(missing)
                .forEach(i -> shares[i]++);
        return shares;
    }

    @Test
    void cannotShareByNothing() {
        assertThatThrownBy(() -> LargestRemainder.share(1, new long[] {0, 0}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
