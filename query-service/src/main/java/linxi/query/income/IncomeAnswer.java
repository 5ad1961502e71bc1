package linxi.query.income;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import linxi.events.Money;
import org.jspecify.annotations.Nullable;

/**
 * What households earned, grouped as asked.
 *
 * @param groups sorted by their keys; none where nothing was asked to group by
 * @param unattributed the part of the net that reached nobody
 * @param drift the largest distance from an exact entitlement, in thousandths of a fen, rounded up
 */
public record IncomeAnswer(List<Group> groups, Sum total, Money unattributed, long drift) {
    /** @param key the dimensions asked for, in their order */
    public record Group(
            @JsonAnyGetter Map<String, @Nullable Object> key,
            @JsonUnwrapped Sum sum) {}

    /** @param households distinct ones whose sum is above 0 */
    public record Sum(Money income, long households) {}
}
