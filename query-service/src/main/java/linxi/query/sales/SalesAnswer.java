package linxi.query.sales;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sales, grouped as asked.
 *
 * @param groups sorted by their keys; none where nothing was asked to group by
 */
public record SalesAnswer(List<Group> groups, SalesGroup total) {
    /** @param key the dimensions asked for, in their order */
    public record Group(
            @JsonAnyGetter Map<String, @Nullable Object> key,
            @JsonUnwrapped SalesGroup sums) {}
}
