package linxi.query.income;

import java.util.SortedSet;
import java.util.TreeSet;
import linxi.events.HouseholdKey;
import linxi.events.PartyId;

/**
 * In which months one household earned anything from one origin.
 *
 * @param months such as 2020-05
 */
public record EarningMonthsDocument(HouseholdKey household, PartyId origin, SortedSet<String> months) {
    EarningMonthsDocument with(String month) {
        if (months.contains(month)) {
            return this;
        }
        var more = new TreeSet<>(months);
        more.add(month);
        return new EarningMonthsDocument(household, origin, more);
    }
}
