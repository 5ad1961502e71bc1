package linxi.command.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a status holds.
 *
 * @param to the first day no longer in it; null while it is open
 */
record Spell(LocalDate from, @Nullable LocalDate to) {
    boolean isEmpty() {
        return to != null && !to.isAfter(from);
    }

    /** An open spell that began earlier gives way to {@code next}; any other stays as it is. */
    Spell before(Spell next) {
        return to == null && from.isBefore(next.from) ? new Spell(from, next.from) : this;
    }

    boolean overlaps(Spell other) {
        return beginsBeforeEndOf(other) && other.beginsBeforeEndOf(this);
    }

    private boolean beginsBeforeEndOf(Spell other) {
        return other.to == null || from.isBefore(other.to);
    }
}
