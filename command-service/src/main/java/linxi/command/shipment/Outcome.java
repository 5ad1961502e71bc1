package linxi.command.shipment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linxi.events.LotAmount;
import linxi.events.LotId;
import linxi.events.SettlementId;
import linxi.events.ShipmentEvent.CorrectedLine;
import linxi.events.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Where a finally received shipment stands.
 *
 * @param tallies of every line, as last corrected
 * @param back rejected goods that the origin has confirmed to be back, in base units
 * @param returned after a sale under settlements that were reversed since; it stays returned
 * @param receivedOn the day of the final receipt, which no correction moves
 * @param settlement in which it stands now
 */
public record Outcome(
        Map<LotId, Tally> tallies,
        Map<LotId, Long> back,
        Map<LotId, Long> returned,
        LocalDate receivedOn,
        Answer answer,
        @Nullable SettlementId settlement) {
    public Outcome {
        tallies = Map.copyOf(tallies);
        back = Map.copyOf(back);
        returned = Map.copyOf(returned);
    }

    /** What the origin said to a discrepancy. */
    public enum Answer {
        NONE,
        AGREED,
        /** Not to be settled until agreed or corrected. */
        DISPUTED
    }

    static Outcome of(Map<LotId, Tally> tallies, LocalDate receivedOn) {
        return new Outcome(tallies, Map.of(), Map.of(), receivedOn, Answer.NONE, null);
    }

    public boolean discrepancy() {
        return tallies.values().stream().anyMatch(Tally::isDiscrepancy);
    }

    public Tally tally(LotId lot) {
        return tallies.getOrDefault(lot, Tally.NONE);
    }

    /** What the market bought of a lot and has not returned, in base units. */
    public long kept(LotId lot) {
        return tally(lot).accepted() - returned(lot);
    }

    long returned(LotId lot) {
        return returned.getOrDefault(lot, 0L);
    }

    long back(LotId lot) {
        return back.getOrDefault(lot, 0L);
    }

    Outcome answered(Answer now) {
        return new Outcome(tallies, back, returned, receivedOn, now, settlement);
    }

    Outcome corrected(List<CorrectedLine> lines) {
        var now = new HashMap<>(tallies);
        lines.forEach(line -> now.put(line.lot(), line.after()));
        return new Outcome(now, back, returned, receivedOn, Answer.NONE, settlement);
    }

    Outcome back(List<LotAmount> lines) {
        return new Outcome(tallies, sum(back, lines), returned, receivedOn, answer, settlement);
    }

    Outcome settled(SettlementId in) {
        return new Outcome(tallies, back, returned, receivedOn, answer, in);
    }

    Outcome unsettled(List<LotAmount> stayReturned) {
        return new Outcome(tallies, back, sum(returned, stayReturned), receivedOn, answer, null);
    }

    static Map<LotId, Long> sum(Map<LotId, Long> before, List<LotAmount> more) {
        var sum = new HashMap<>(before);
        more.forEach(line -> sum.merge(line.lot(), line.quantity().amount(), Math::addExact));
        return sum;
    }
}
