package linxi.query.lot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that happened to a lot, oldest first: apart from the lot, whose document is read far more often. */
public record LotHistory(List<LotMoment> moments) {
    static LotHistory after(@Nullable LotHistory before, LotMoment moment) {
        if (before == null) {
            return new LotHistory(List.of(moment));
        }
        var longer = new ArrayList<>(before.moments());
        longer.add(moment);
        return new LotHistory(List.copyOf(longer));
    }
}
