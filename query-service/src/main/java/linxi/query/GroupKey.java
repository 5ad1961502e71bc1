package linxi.query;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the members of a group have in common, in the order asked for. Sorts as ASCII strings, what is missing last. */
public record GroupKey(List<Part> parts) implements Comparable<GroupKey> {
    private static final Comparator<@Nullable String> MISSING_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    /** One value; null where there is none. */
    public record Part(@Nullable String value) {}

    public @Nullable String at(int place) {
        return parts.get(place).value();
    }

    @Override
    public int compareTo(GroupKey other) {
        for (int i = 0; i < parts.size(); i++) {
            int compared = Objects.compare(at(i), other.at(i), MISSING_LAST);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }
}
