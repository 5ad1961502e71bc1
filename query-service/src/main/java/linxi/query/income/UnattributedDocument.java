package linxi.query.income;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.Money;

/**
 * What no agreement shared, of one origin in one month.
 *
 * @param month such as 2020-05
 * @param days fen by day of the month
 */
public record UnattributedDocument(String month, SortedMap<LocalDate, Long> days) {
    UnattributedDocument plus(LocalDate day, Money amount) {
        var sums = new TreeMap<>(days);
        sums.merge(day, amount.fen(), Math::addExact);
        return new UnattributedDocument(month, sums);
    }
}
