package linxi.query.income;

import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.HouseholdKey;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.SettlementEvent.IncomeLine;

/**
 * What one origin's sales of one product brought in one month: as long as the list of its households, however often they
 * are paid.
 *
 * @param month such as 2020-05
 * @param households fen by household, negative where more was taken back than given that month
 */
public record IncomeMonthDocument(
        PartyId origin, String month, ProductId product, SortedMap<HouseholdKey, Long> households) {
    IncomeMonthDocument with(Iterable<IncomeLine> lines) {
        var sums = new TreeMap<>(households);
        lines.forEach(line -> sums.merge(line.household(), line.fen(), Math::addExact));
        return new IncomeMonthDocument(origin, month, product, sums);
    }
}
