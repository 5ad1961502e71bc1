package linxi.query.income;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.SettlementEvent.IncomeLine;

/**
 * What one origin's produce brought through one path on one day.
 *
 * @param households fen by household, negative where more was taken back than given that day
 */
public record IncomeDocument(
        PartyId origin, LocalDate day, IncomePath path, ProductId product, SortedMap<HouseholdKey, Long> households) {
    IncomeDocument with(Iterable<IncomeLine> lines) {
        var sums = new TreeMap<>(households);
        lines.forEach(line -> sums.merge(line.household(), line.fen(), Math::addExact));
        return new IncomeDocument(origin, day, path, product, sums);
    }
}
