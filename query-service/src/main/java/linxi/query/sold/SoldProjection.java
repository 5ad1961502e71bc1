package linxi.query.sold;

import java.time.LocalDate;
import java.util.List;
import linxi.events.Event;
import linxi.events.OriginEvent;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.ShipmentEvent;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentEvent.ReceiptCorrected;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import linxi.query.sales.SalesChange;
import org.jspecify.annotations.Nullable;

/** One document per shipment and day on which it changed sales: mostly one, one more for each day of a return. */
public final class SoldProjection implements Projection<SoldDocument> {
    @Override
    public String name() {
        return "sold";
    }

    @Override
    public Class<SoldDocument> type() {
        return SoldDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        var day = SalesChange.day(event);
        if (day == null) {
            return List.of();
        }
        return switch (event) {
            case ShipmentEvent e -> List.of(id(e.shipment(), day));
            case GoodsReturned e ->
                e.lines().stream()
                        .map(line -> id(line.shipment(), day))
                        .distinct()
                        .toList();
            default -> throw new IllegalArgumentException(event.getClass().getSimpleName());
        };
    }

    private static String id(ShipmentId shipment, LocalDate day) {
        return shipment.value() + "/" + day;
    }

    @Override
    public SoldDocument fold(@Nullable SoldDocument before, String id, Envelope envelope, Event event) {
        var shipment = new ShipmentId(id.substring(0, id.indexOf('/')));
        var change = SalesChange.of(event, shipment);
        var first = change.cells().getFirst();
        var it = before == null
                ? new SoldDocument(
                        shipment,
                        ((OriginEvent) event).origin(),
                        first.market(),
                        first.channel(),
                        change.day(),
                        isSale(event),
                        false,
                        List.of(),
                        event.at(),
                        envelope.position())
                : before;
        return it.with(change.cells(), event instanceof ReceiptConfirmed);
    }

    /** Only what was sold can come back after its sale. */
    private static boolean isSale(Event event) {
        return switch (event) {
            case ReceiptConfirmed e -> e.kind() == ShipmentKind.SALE;
            case ReceiptCorrected e -> e.kind() == ShipmentKind.SALE;
            default -> true;
        };
    }
}
