package linxi.query.export;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.query.agreement.Agreements;

/**
 * What one household has of one path, by the newest version of an agreement.
 *
 * @param household its key, or the pseudonym that stands for it
 */
record MemberLine(Agreements.Answer agreement, IncomePath path, String household, long weight) {
    static List<MemberLine> of(Agreements.Answer agreement, Function<HouseholdKey, String> shown) {
        var rows = new ArrayList<MemberLine>();
        var members = agreement.members();
        if (members != null) {
            agreement
                    .paths()
                    .keySet()
                    .forEach(path -> members.getOrDefault(path, new TreeMap<>())
                            .forEach((key, weight) ->
                                    rows.add(new MemberLine(agreement, path, shown.apply(key), weight))));
        }
        return rows;
    }

    static Table<MemberLine> table(Words words, String title) {
        return new Table<MemberLine>(words, title)
                .with("agreement", it -> Cell.text(it.agreement().id().value()))
                .with("version", it -> Cell.count(it.agreement().version()))
                .with("path", it -> words.constant("path", it.path()))
                .with("household", it -> Cell.text(it.household()))
                .with("weight", it -> Cell.count(it.weight()));
    }
}
