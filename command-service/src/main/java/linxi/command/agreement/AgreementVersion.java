package linxi.command.agreement;

import java.time.LocalDate;
import java.util.SortedMap;
import linxi.events.AgreementId;
import linxi.events.HouseholdAmounts;
import linxi.events.IncomePath;

/**
 * One version of an agreement: what it says for ever.
 *
 * @param validFrom the first day in force
 * @param paths basis points by path, 10 000 in all
 * @param members weight by household; a path without an entry has no members
 */
public record AgreementVersion(
        AgreementId agreement,
        int version,
        LocalDate validFrom,
        SortedMap<IncomePath, Integer> paths,
        SortedMap<IncomePath, HouseholdAmounts> members) {}
