package linxi.query.income;

import java.time.LocalDate;
import java.util.List;
import linxi.events.HouseholdKey;
import linxi.events.PartyId;

/**
 * What one household earned from one origin on one day.
 *
 * @param lines in the order they were recorded
 */
public record EarningsDocument(HouseholdKey household, PartyId origin, LocalDate day, List<EarnedLine> lines) {}
