package linxi.command.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import linxi.command.attribution.CarryKey;
import linxi.command.attribution.Income;
import linxi.command.attribution.Standing;
import linxi.events.CarryEvent.CarryMoved;
import linxi.events.Event;
import linxi.events.HouseholdAmounts;
import linxi.events.SettlementEvent.IncomeAttributed;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementEvent.IncomeReversed;
import linxi.events.SettlementEvent.Pool;
import linxi.events.SettlementEvent.SettlementOpened;

/** Income as events: parts of at most 2 000 lines of one pool, and the carries that they moved. */
final class IncomeEvents {
    private static final int LINES_OF_A_PART = 2_000;
    private static final int CARRIES_OF_AN_EVENT = 20_000;

    private final SettlementOpened settlement;
    private final Instant at;

    IncomeEvents(SettlementOpened settlement, Instant at) {
        this.settlement = settlement;
        this.at = at;
    }

    static Standing.Part part(IncomeAttributed event) {
        return new Standing.Part(event.agreement(), event.version(), event.product(), event.path(), event.lines());
    }

    static Standing.Part part(IncomeReversed event) {
        return new Standing.Part(event.agreement(), event.version(), event.product(), event.path(), event.lines());
    }

    List<Event> attributed(Income income) {
        return events(income, this::attributed);
    }

    List<Event> reversed(Income income) {
        return events(income, this::reversed);
    }

    private interface OfPart {
        Event of(Pool pool, List<IncomeLine> lines, int part, int parts);
    }

    private List<Event> events(Income income, OfPart event) {
        int parts = 0;
        for (var pool : income.pools()) {
            parts += Math.ceilDiv(pool.lines().size(), LINES_OF_A_PART);
        }
        var events = new ArrayList<Event>();
        for (var paid : income.pools()) {
            var lines = paid.lines();
            for (int from = 0; from < lines.size(); from += LINES_OF_A_PART) {
                int to = Math.min(lines.size(), from + LINES_OF_A_PART);
                events.add(event.of(paid.pool(), lines.subList(from, to), events.size() + 1, parts));
            }
        }
        income.carries().forEach((key, carries) -> addCarries(key, carries, events));
        return events;
    }

    private void addCarries(CarryKey key, HouseholdAmounts carries, List<Event> events) {
        for (int from = 0; from < carries.size(); from += CARRIES_OF_AN_EVENT) {
            int to = Math.min(carries.size(), from + CARRIES_OF_AN_EVENT);
            events.add(moved(key, carries.slice(from, to)));
        }
    }

    private CarryMoved moved(CarryKey key, HouseholdAmounts carries) {
        return new CarryMoved(key.agreement(), key.path(), settlement.origin(), settlement.settlement(), carries, at);
    }

    private Event attributed(Pool pool, List<IncomeLine> lines, int part, int parts) {
        return new IncomeAttributed(
                settlement.settlement(),
                settlement.origin(),
                part,
                parts,
                pool.agreement(),
                pool.version(),
                pool.product(),
                pool.path(),
                lines,
                at);
    }

    private Event reversed(Pool pool, List<IncomeLine> lines, int part, int parts) {
        return new IncomeReversed(
                settlement.settlement(),
                settlement.origin(),
                part,
                parts,
                pool.agreement(),
                pool.version(),
                pool.product(),
                pool.path(),
                lines,
                at);
    }
}
