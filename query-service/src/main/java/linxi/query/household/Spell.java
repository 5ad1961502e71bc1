package linxi.query.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import linxi.events.HouseholdStatus;
import org.jspecify.annotations.Nullable;

/**
 * A status held over a span of days.
 *
 * @param to the first day no longer in it; null while it is open
 */
public record Spell(
        HouseholdStatus status,
        LocalDate from,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable LocalDate to) {
    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
