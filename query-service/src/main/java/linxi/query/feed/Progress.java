package linxi.query.feed;

import java.util.List;

/**
 * How far a partition is taken.
 *
 * @param offset of the next record to read
 * @param last position of the last event taken; 0 before the first
 * @param rewinds how often it was set back; fences whoever has not noticed
 * @param reached the position up to which every other unit was folded already when it was set back; 0 before that
 * @param returning the units for whose sake it was set back, until they have caught up
 */
public record Progress(long offset, long last, long rewinds, long reached, List<Returning> returning) {
    static final Progress NONE = new Progress(0, 0);

    /** A unit as it was parked when it was let go: once parked anew, it is another. */
    public record Returning(String unit, long position, long rewinds) {
        static Returning of(Parked parked) {
            return new Returning(parked.unit(), parked.position(), parked.rewinds());
        }
    }

    public Progress {
        returning = List.copyOf(returning);
    }

    public Progress(long offset, long last) {
        this(offset, last, 0, 0, List.of());
    }

    /** The position up to which every unit is folded that is neither parked nor returning. */
    long folded() {
        return Math.max(last, reached);
    }
}
