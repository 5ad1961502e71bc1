package linxi.command.settlement;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linxi.command.attribution.Standing;
import linxi.events.Money;
import linxi.events.SettlementEvent.CoveredGroup;
import linxi.events.SettlementEvent.Deduction;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.LineRef;
import linxi.events.SettlementEvent.SettledLine;
import linxi.events.SettlementEvent.SettlementAgreed;
import linxi.events.SettlementEvent.SettlementOpened;

/**
 * What an agreed settlement holds.
 *
 * @param returned amounts that went back, in base units
 * @param deductions what is still deducted
 * @param net what is still shared
 * @param standing what households still hold of it
 */
record Agreed(
        SettlementOpened opened,
        List<CoveredGroup> groups,
        Map<LineRef, Long> returned,
        List<Deduction> deductions,
        Money net,
        Standing standing,
        Instant last) {

    static Agreed of(SettlementOpened opened, SettlementAgreed agreed) {
        return new Agreed(
                opened,
                agreed.groups(),
                Map.of(),
                opened.deductions(),
                opened.net(),
                Standing.unattributed(agreed.unattributed()),
                agreed.at());
    }

    Agreed plus(Standing.Part part) {
        return new Agreed(opened, groups, returned, deductions, net, standing.plus(part), last);
    }

    Agreed at(Instant at) {
        return new Agreed(opened, groups, returned, deductions, net, standing, at);
    }

    Agreed less(GoodsReturned event) {
        var all = new HashMap<>(returned);
        for (var line : event.lines()) {
            all.merge(new LineRef(line.shipment(), line.lot()), line.quantity().amount(), Math::addExact);
        }
        return new Agreed(
                opened,
                groups,
                Map.copyOf(all),
                event.deductionsKept(),
                net.minus(event.netReturned()),
                standing.plusUnattributed(event.unattributed()),
                event.at());
    }

    /** In base units: what was settled, less what went back. */
    long kept(SettledLine line) {
        return line.quantity().amount() - returned.getOrDefault(refOf(line), 0L);
    }

    Money keptGross() {
        var gross = Money.ZERO;
        for (var line : opened.lines()) {
            gross = gross.plus(line.price().of(kept(line)));
        }
        return gross;
    }

    static LineRef refOf(SettledLine line) {
        return new LineRef(line.shipment(), line.lot());
    }
}
