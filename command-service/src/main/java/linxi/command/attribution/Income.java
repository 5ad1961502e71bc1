package linxi.command.attribution;

import java.util.List;
import java.util.SortedMap;
import linxi.events.HouseholdAmounts;
import linxi.events.Money;

/**
 * What a decision gives to or takes from households.
 *
 * @param unattributed what falls to nobody; together with the pools it is the whole net
 * @param carries the new carry, in micro-fen, of every household whose carry changed
 */
public record Income(List<PaidPool> pools, Money unattributed, SortedMap<CarryKey, HouseholdAmounts> carries) {
    public Income {
        pools = List.copyOf(pools);
    }
}
