package linxi.query.screen.shipment;

import java.util.ArrayList;
import java.util.List;
import linxi.events.Quantity;
import linxi.events.SettlementId;
import linxi.query.Amount;
import linxi.query.screen.Reader;
import linxi.query.shipment.ShipmentAnswer;
import linxi.query.shipment.ShipmentMoment;
import linxi.query.shipment.ShipmentMoment.Told;
import org.jspecify.annotations.Nullable;

/** How a shipment came where it is, in the reader's words, oldest first. */
final class Timeline {
    private Timeline() {}

    /**
     * One event.
     *
     * @param event its stable name; with {@code event.} before it a key of the texts
     * @param by whoever acted; null where nobody knows
     * @param partial whether it is a receipt after which more were to come
     */
    record Moment(
            String event,
            String at,
            String recordedAt,
            long position,
            @Nullable String by,
            @Nullable String vehicle,
            @Nullable String reason,
            @Nullable SettlementId settlement,
            boolean partial,
            List<Line> lines) {}

    /** What it told of one lot; {@code before} is empty where nothing was corrected. */
    record Line(
            String lot,
            List<ShipmentRow.Difference> said,
            List<ShipmentRow.Difference> before,
            @Nullable String reason) {}

    static List<Moment> of(ShipmentAnswer shipment, Reader reader) {
        return shipment.history().stream()
                .map(it -> moment(it, shipment, reader))
                .toList();
    }

    private static Moment moment(ShipmentMoment it, ShipmentAnswer shipment, Reader reader) {
        List<Told> told = it.lines() == null ? List.of() : it.lines();
        return new Moment(
                it.event(),
                Reader.time(it.at()),
                Reader.time(it.recordedAt()),
                it.position(),
                reader.actor(it.by(), shipment.origin(), shipment.market()),
                it.vehicle(),
                it.reason(),
                it.settlement(),
                Boolean.FALSE.equals(it.complete()),
                told.stream().map(line -> line(line, reader)).toList());
    }

    private static Line line(Told told, Reader reader) {
        var before = told.before();
        return new Line(
                told.lot().value(),
                said(told, reader),
                before == null ? List.of() : said(before, reader),
                told.reason());
    }

    /** What is nothing is left out, but for what was accepted. */
    private static List<ShipmentRow.Difference> said(Told told, Reader reader) {
        var said = new ArrayList<ShipmentRow.Difference>();
        add("quantity", told.quantity(), true, reader, said);
        add("accepted", told.accepted(), true, reader, said);
        add("short", told.shortage(), false, reader, said);
        add("rejected", told.rejected(), false, reader, said);
        add("lost", told.lost(), false, reader, said);
        add("over", told.over(), false, reader, said);
        return said;
    }

    private static void add(
            String kind, @Nullable Quantity amount, boolean always, Reader reader, List<ShipmentRow.Difference> said) {
        if (amount != null && (always || amount.amount() != 0)) {
            said.add(new ShipmentRow.Difference(kind, reader.figures().amount(Amount.of(amount))));
        }
    }
}
