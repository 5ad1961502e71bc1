package linxi.events.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class LargestTest {
    private static final long SEED = 1_024;

    private final Random random = new Random(SEED);

    @Test
    void isTheOneThatSortingWouldPutThere() {
        for (int i = 0; i < 5_000; i++) {
            var numbers = numbers(1 + random.nextInt(60), some());
            assertEachPlace(numbers, "case " + i);
        }
        assertEachPlace(numbers(3_000, random::nextLong), "many");
    }

    @Test
    void findsItsWayThroughNumbersThatLieEverMoreClosely() {
        var numbers = new long[Long.SIZE];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Long.MIN_VALUE >> i;
        }
        assertEachPlace(numbers, "halves");
    }

    /** Of any size, of few different values, around 0, and at the ends of what there is. */
    private LongSupplier some() {
        int shift = random.nextInt(Long.SIZE);
        return switch (random.nextInt(4)) {
            case 0 -> () -> random.nextLong() >> shift;
            case 1 -> () -> random.nextInt(3);
            case 2 -> () -> random.nextLong(-1_500_000, 1_500_000);
            default -> () -> random.nextBoolean() ? Long.MAX_VALUE - random.nextInt(3) : Long.MIN_VALUE;
        };
    }

    private static long[] numbers(int count, LongSupplier one) {
        var numbers = new long[count];
        Arrays.setAll(numbers, _ -> one.getAsLong());
        return numbers;
    }

    private static void assertEachPlace(long[] numbers, String what) {
        var given = numbers.clone();
        var sorted = numbers.clone();
        Arrays.sort(sorted);
        for (int n = 1; n <= numbers.length; n++) {
            assertThat(Largest.nth(numbers, n))
                    .as("seed %d, %s: number %d of %s", SEED, what, n, Arrays.toString(numbers))
                    .isEqualTo(sorted[sorted.length - n]);
        }
        assertThat(numbers).isEqualTo(given);
    }
}
