package linxi.events.share;

/** Finds the n-th largest of some numbers without sorting them. */
final class Largest {
    private static final int BITS = 10;

    private Largest() {}

    /**
     * Spreads the numbers over 1 024 equal spans and goes on with those of the span that the n-th lies in. However they
     * are chosen, a span is at most 1/512 of the one before: 64 bits take eight rounds, and usually two.
     *
     * @param n from 1 to how many there are; equal numbers count each
     */
    static long nth(long[] numbers, int n) {
        var left = numbers.clone();
        int size = left.length;
        int wanted = n;
        while (true) {
            long least = left[0];
            long most = left[0];
            for (int i = 1; i < size; i++) {
                least = Math.min(least, left[i]);
                most = Math.max(most, left[i]);
            }
            if (least == most) {
                return least;
            }
            int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(most - least) - BITS);
            var counts = new int[1 << BITS];
            for (int i = 0; i < size; i++) {
                counts[(int) ((left[i] - least) >>> shift)]++;
            }
            int span = counts.length - 1;
            while (counts[span] < wanted) {
                wanted -= counts[span--];
            }
            size = keep(left, size, least, shift, span);
        }
    }

    /** Moves the numbers of one span to the front; returns how many they are. */
    private static int keep(long[] numbers, int size, long least, int shift, int span) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if ((numbers[i] - least) >>> shift == span) {
                numbers[kept++] = numbers[i];
            }
        }
        return kept;
    }
}
