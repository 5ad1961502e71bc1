package linxi.query.screen.settlement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linxi.query.Amount;
import linxi.query.Named;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.settlement.SettlementAnswer;
import linxi.query.settlement.SettlementMoment;
import linxi.query.shipment.Kept;
import org.jspecify.annotations.Nullable;

/** How a settlement came where it is, in the reader's words, oldest first. */
final class SettlementTimeline {
    private SettlementTimeline() {}

    /**
     * One event.
     *
     * @param event its stable name; with {@code event.} before it a key of the texts
     * @param by whoever acted; null where nobody knows
     * @param gross what was opened, or by how much less it is
     */
    record Moment(
            String event,
            String at,
            String recordedAt,
            long position,
            @Nullable String by,
            @Nullable String reference,
            @Nullable String reason,
            @Nullable Shown gross,
            @Nullable Shown net,
            List<Back> lines) {}

    /** What came back. */
    record Back(String shipment, String lot, String product, Shown quantity, Shown gross) {}

    static List<Moment> of(SettlementAnswer settlement, List<Kept> shipments, Reader reader) {
        var products = new HashMap<String, Named>();
        shipments.forEach(
                one -> one.lines().forEach(line -> products.put(line.product().id(), line.product())));
        return settlement.history().stream()
                .map(it -> moment(it, settlement, products, reader))
                .toList();
    }

    private static Moment moment(
            SettlementMoment it, SettlementAnswer settlement, Map<String, Named> products, Reader reader) {
        var figures = reader.figures();
        List<SettlementMoment.Back> lines = it.lines() == null ? List.of() : it.lines();
        return new Moment(
                it.event(),
                Reader.time(it.at()),
                Reader.time(it.recordedAt()),
                it.position(),
                reader.actor(it.by(), settlement.origin(), settlement.market()),
                it.reference(),
                it.reason(),
                it.gross() == null ? null : figures.money(it.gross()),
                it.net() == null ? null : figures.money(it.net()),
                lines.stream().map(line -> back(line, products, reader)).toList());
    }

    private static Back back(SettlementMoment.Back it, Map<String, Named> products, Reader reader) {
        var product = it.product().value();
        return new Back(
                it.shipment().value(),
                it.lot().value(),
                reader.name(products.getOrDefault(product, new Named(product, null))),
                reader.figures().amount(Amount.of(it.quantity())),
                reader.figures().money(it.gross()));
    }
}
