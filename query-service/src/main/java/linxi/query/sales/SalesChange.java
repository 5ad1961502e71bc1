package linxi.query.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import linxi.events.BusinessDay;
import linxi.events.Event;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.ReturnedLine;
import linxi.events.ShipmentEvent.LineTotal;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentEvent.ReceiptCorrected;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import linxi.events.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What one event changes in sales: by the day of the final receipt. A correction restates that day, returned goods count
 * negative on their own; settling and reversing change nothing here (API, "GET /api/sales").
 *
 * @param counted the shipment, where it is one that counts from now on
 */
public record SalesChange(
        LocalDate day, List<SalesCell> cells, @Nullable SalesCount counted) {

    /** Null for an event that changes nothing. */
    public static @Nullable LocalDate day(Event event) {
        return switch (event) {
            case ReceiptConfirmed e when e.complete() && counts(e.kind()) -> BusinessDay.of(e.at());
            case ReceiptCorrected e when counts(e.kind()) -> e.receivedOn();
            case GoodsReturned e -> BusinessDay.of(e.at());
            default -> null;
        };
    }

    /** Of an event that has a {@link #day}. */
    static SalesChange of(Event event) {
        return of(event, _ -> true);
    }

    /** The part of it that one of its shipments has. */
    public static SalesChange of(Event event, ShipmentId shipment) {
        return of(event, shipment::equals);
    }

    private static SalesChange of(Event event, Predicate<ShipmentId> which) {
        return switch (event) {
            case ReceiptConfirmed e -> received(e);
            case ReceiptCorrected e -> corrected(e);
            case GoodsReturned e ->
                returned(
                        e,
                        e.lines().stream()
                                .filter(line -> which.test(line.shipment()))
                                .toList());
            default -> throw new IllegalArgumentException(event.getClass().getSimpleName());
        };
    }

    private static SalesChange received(ReceiptConfirmed event) {
        var day = BusinessDay.of(event.at());
        var cells = new ArrayList<SalesCell>();
        for (var line : event.totals()) {
            var sums = sums(
                    event.kind(),
                    line.dispatched().amount(),
                    line.tally(),
                    line.gross().fen());
            cells.add(new SalesCell(
                    day,
                    event.market(),
                    event.channel(),
                    line.product(),
                    line.dispatched().unit(),
                    sums));
        }
        return new SalesChange(day, cells, event.kind() == ShipmentKind.SALE ? count(event, day) : null);
    }

    private static SalesCount count(ReceiptConfirmed event, LocalDate day) {
        var basket = event.totals().stream()
                .map(LineTotal::product)
                .distinct()
                .sorted()
                .toList();
        return new SalesCount(day, event.market(), event.channel(), basket, 1);
    }

    private static SalesChange corrected(ReceiptCorrected event) {
        var cells = new ArrayList<SalesCell>();
        for (var line : event.lines()) {
            var was = sums(event.kind(), 0, line.before(), line.grossBefore().fen());
            var is = sums(event.kind(), 0, line.after(), line.grossAfter().fen());
            cells.add(new SalesCell(
                    event.receivedOn(), event.market(), event.channel(), line.product(), line.unit(), is.minus(was)));
        }
        return new SalesChange(event.receivedOn(), cells, null);
    }

    private static SalesChange returned(GoodsReturned event, List<ReturnedLine> lines) {
        var day = BusinessDay.of(event.at());
        var cells = new ArrayList<SalesCell>();
        for (var line : lines) {
            var sums = SalesSums.returned(line.quantity().amount(), line.gross());
            cells.add(new SalesCell(
                    day,
                    event.market(),
                    line.channel(),
                    line.product(),
                    line.quantity().unit(),
                    sums));
        }
        return new SalesChange(day, cells, null);
    }

    private static SalesSums sums(ShipmentKind kind, long dispatched, Tally tally, long gross) {
        return switch (kind) {
            case SALE -> SalesSums.sold(dispatched, tally, gross);
            case DONATION -> SalesSums.donated(tally.accepted());
            case TRANSFER -> SalesSums.NONE;
        };
    }

    private static boolean counts(ShipmentKind kind) {
        return kind != ShipmentKind.TRANSFER;
    }
}
