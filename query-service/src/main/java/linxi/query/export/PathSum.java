package linxi.query.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.Money;

/**
 * What one household earned through one path.
 *
 * @param household its key, or the pseudonym that stands for it
 */
record PathSum(String household, IncomePath path, Money income) {
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
