package linxi.query.shipment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import linxi.events.BaseUnit;
import linxi.events.LotAmount;
import linxi.events.LotId;
import linxi.events.Quantity;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentEvent.ReceiptCorrected;
import linxi.events.ShipmentEvent.ShipmentLogged;
import linxi.events.ShipmentId;
import linxi.events.Tally;
import linxi.query.shipment.ShipmentMoment.Told;
import org.jspecify.annotations.Nullable;

/** What each event told of the lots of a shipment, in the words of the API. */
final class ShipmentHistory {
    private ShipmentHistory() {}

    static List<Told> logged(ShipmentLogged event) {
        return told(event.lines(), line -> amount(line.lot(), line.quantity()));
    }

    static List<Told> received(ReceiptConfirmed event, Function<LotId, BaseUnit> unit) {
        return told(
                event.lines(), line -> tally(line.lot(), line.tally(), unit.apply(line.lot()), line.reason(), null));
    }

    static List<Told> corrected(ReceiptCorrected event) {
        return told(event.lines(), line -> {
            var before = tally(line.lot(), line.before(), line.unit(), null, null);
            return tally(line.lot(), line.after(), line.unit(), line.reason(), before);
        });
    }

    static List<Told> returned(GoodsReturned event, ShipmentId shipment) {
        var lines = event.lines().stream()
                .filter(line -> line.shipment().equals(shipment))
                .toList();
        return told(lines, line -> amount(line.lot(), line.quantity()));
    }

    static List<Told> amounts(List<LotAmount> lines) {
        return told(lines, line -> amount(line.lot(), line.quantity()));
    }

    private static <T> List<Told> told(List<T> lines, Function<T, Told> as) {
        var told = new ArrayList<Told>(lines.size());
        lines.forEach(line -> told.add(as.apply(line)));
        return told;
    }

    private static Told amount(LotId lot, Quantity quantity) {
        return new Told(lot, quantity, null, null, null, null, null, null, null);
    }

    private static Told tally(LotId lot, Tally tally, BaseUnit unit, @Nullable String reason, @Nullable Told before) {
        return new Told(
                lot,
                null,
                new Quantity(tally.accepted(), unit),
                new Quantity(tally.shortage(), unit),
                new Quantity(tally.rejected(), unit),
                new Quantity(tally.lost(), unit),
                new Quantity(tally.over(), unit),
                reason,
                before);
    }
}
