package linxi.command.attribution;

import java.util.List;
import linxi.events.SettlementEvent.CoveredGroup;

/** An attribution as decided: the groups that the net went to, in order, and what households get of it. */
public record Attributed(List<CoveredGroup> groups, Income income) {
    public Attributed {
        groups = List.copyOf(groups);
    }
}
