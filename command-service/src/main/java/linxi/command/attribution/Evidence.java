package linxi.command.attribution;

import java.util.Map;
import linxi.command.agreement.Coverage;
import linxi.events.HouseholdAmounts;
import linxi.events.LotId;

/**
 * What an attribution rests on.
 *
 * @param contributions to the lots, in base units; missing or empty where nobody said who brought them
 * @param carries as they stand; missing where there are none yet
 */
public record Evidence(Coverage coverage, Map<LotId, HouseholdAmounts> contributions, Map<CarryKey, Carry> carries) {}
