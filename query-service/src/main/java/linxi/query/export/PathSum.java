package linxi.query.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one household earned through one path.
 *
 * @param household its key, or the pseudonym that stands for it
 * @param path null for all of those that were asked for
 */
record PathSum(String household, @Nullable IncomePath path, Money income) {
    /**
     * In the order of the keys.
     *
     * @param path through which all of it was earned; null for all paths together
     */
    static List<PathSum> of(
            Map<HouseholdKey, Long> sums, @Nullable IncomePath path, Function<HouseholdKey, String> shown) {
        return new TreeMap<>(sums)
                .entrySet().stream()
                        .map(it -> new PathSum(shown.apply(it.getKey()), path, Money.ofFen(it.getValue())))
                        .toList();
    }

    static List<PathSum> of(
            SortedMap<HouseholdKey, ? extends Map<IncomePath, Money>> sums, Function<HouseholdKey, String> shown) {
        var rows = new ArrayList<PathSum>();
        sums.forEach((key, paths) -> {
            var household = shown.apply(key);
            paths.forEach((path, income) -> rows.add(new PathSum(household, path, income)));
        });
        return rows;
    }

    static Table<PathSum> table(Words words, String title) {
        return new Table<PathSum>(words, title)
                .with("household", it -> Cell.text(it.household()))
                .with("path", it -> words.constant("path", it.path()))
                .with("income", it -> Cell.yuan(it.income()));
    }
}
