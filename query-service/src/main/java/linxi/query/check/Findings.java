package linxi.query.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a check found: all are counted, the first are kept, so that ruined read models do not fill the memory. */
final class Findings {
    static final int KEPT = 100;

    private final List<Difference> first = new ArrayList<>();
    private final Map<Difference.Kind, Long> counts = new EnumMap<>(Difference.Kind.class);

    void add(Difference difference) {
        var _ = counts.merge(difference.kind(), 1L, Long::sum);
        if (first.size() < KEPT) {
            first.add(difference);
        }
    }

    List<Difference> first() {
        return List.copyOf(first);
    }

    Map<Difference.Kind, Long> counts() {
        return Map.copyOf(counts);
    }
}
