package linxi.command.attribution;

import java.util.List;
import java.util.Map;
import linxi.command.agreement.Coverage;
import linxi.events.Contribution;
import linxi.events.LotId;

/**
 * What an attribution rests on.
 *
 * @param contributions of the lots; missing or empty where nobody said who brought them
 * @param carries as they stand; missing where there are none yet
 */
public record Evidence(Coverage coverage, Map<LotId, List<Contribution>> contributions, Map<CarryKey, Carry> carries) {}
