package linxi.query.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One partition as its consumer sees it. Each record names the event before it, so a lane can tell a duplicate
 * (dropped), the next one (taken), and a gap: nothing is taken until the missing records come. They come by themselves
 * after a failed send, because the relay repeats everything since. Where they do not, the log has lost its tail and
 * grown again: they lie before the offset read last, and the lane is read again from the start of the log. Until then
 * the offset that is stored stays at the gap, so that whoever comes next finds it too.
 */
final class Lane {
    /** Longer than the relay takes to repeat a failed send. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration MOST_PATIENCE = Duration.ofMinutes(5);

    private final Parking parking;
    private Progress progress;
    private @Nullable Received gap;
    private @Nullable Trouble trouble;
    private long gapSince;
    private @Nullable Long unseenSince;
    private Duration patience = PATIENCE;

    Lane(Standing stored) {
        this.progress = stored.progress();
        this.parking = new Parking(stored);
    }

    Progress progress() {
        return progress;
    }

    /** Null while all is well, and during the time in which a gap may close by itself. */
    @Nullable
    Trouble trouble() {
        return trouble;
    }

    Parking parking() {
        return parking;
    }

    /**
     * Changes nothing.
     *
     * @param poisons by position, events that are known not to fold
     */
    Sifted sift(List<Received> records, Map<Long, Poison> poisons) {
        return new Sieve(progress, gap, parking, poisons).sift(records);
    }

    /** @param nanos the time of {@link System#nanoTime()} */
    void taken(Sifted sifted, long nanos) {
        if (sifted.next().last() > progress.last()) {
            trouble = null;
            patience = PATIENCE;
            unseenSince = null;
        }
        progress = sifted.next();
        sifted.parked().forEach(parking::park);
        if (sifted.gap() != null && gap == null) {
            gapSince = nanos;
        }
        gap = sifted.gap();
    }

    /** All was read up to the relay's end, and yet its last event was not there: a gap before which nothing lies. */
    void compare(RelayEnd relay, long nanos) {
        boolean unseen = gap == null && relay.last() > progress.last() && relay.end() <= progress.offset();
        if (!unseen) {
            unseenSince = null;
        } else if (unseenSince == null) {
            unseenSince = nanos;
        }
    }

    /** Whether it is time to look for missing records from the start of the log; then the caller reads on there. */
    boolean startsOver(long nanos) {
        var since = gap == null ? unseenSince : Long.valueOf(gapSince);
        if (since == null || nanos - since < patience.toNanos()) {
            return false;
        }
        trouble = new Trouble(
                gap == null ? progress.last() : gap.position(), "the log lacks what follows event " + progress.last());
        gap = null;
        unseenSince = null;
        patience = patience.multipliedBy(2).compareTo(MOST_PATIENCE) < 0 ? patience.multipliedBy(2) : MOST_PATIENCE;
        return true;
    }
}
