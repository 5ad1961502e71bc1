package linxi.query.check;

import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** A part of the places of a bucket, by their hash: so much of it as fits into memory. */
record Share(int of, int number) {
    static final Share WHOLE = new Share(1, 0);

    /** Only places of one and the same hash are still together then. */
    private static final int SMALLEST = 1 << 24;

    /** Spreads what is alike in all places of a bucket. */
    private static final long SPREADING = 0x9E3779B97F4A7C15L;

    boolean holds(Place place) {
        long spread = place.hashCode() * SPREADING;
        return (int) (spread >>> 40) % of == number;
    }

    private Share half() {
        return new Share(of * 2, number);
    }

    private Share otherHalf() {
        return new Share(of * 2, number + of);
    }

    /**
     * Takes the next share of a bucket, or so much of it as has at most so many places.
     *
     * @param left to be taken; what does not fit is put there
     */
    static Set<Place> take(Spill spill, int bucket, Deque<Share> left, int most) {
        var taking = new Object() {
            private Share share = left.pop();
        };
        var places = new LinkedHashSet<Place>();
        spill.read(bucket, (place, _) -> {
            if (taking.share.holds(place)) {
                places.add(place);
                while (places.size() > most && taking.share.of() < SMALLEST) {
                    left.push(taking.share.otherHalf());
                    taking.share = taking.share.half();
                    places.removeIf(it -> !taking.share.holds(it));
                }
            }
        });
        return places;
    }
}
