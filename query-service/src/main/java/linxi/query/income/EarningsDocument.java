package linxi.query.income;

import java.util.ArrayList;
import java.util.List;
import linxi.events.HouseholdKey;
import linxi.events.PartyId;

/**
 * What one household earned from one origin in one month.
 *
 * @param month such as 2020-05
 * @param lines in the order they were recorded
 */
public record EarningsDocument(HouseholdKey household, PartyId origin, String month, List<EarnedLine> lines) {
    EarningsDocument with(EarnedLine line) {
        var longer = new ArrayList<>(lines);
        longer.add(line);
        return new EarningsDocument(household, origin, month, longer);
    }
}
