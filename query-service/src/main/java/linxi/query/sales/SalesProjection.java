package linxi.query.sales;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import linxi.events.BusinessDay;
import linxi.events.Event;
import linxi.events.OriginEvent;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.ShipmentEvent.LineTotal;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentEvent.ReceiptCorrected;
import linxi.events.ShipmentKind;
import linxi.events.Tally;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/**
 * One document per origin and month: sales by the day of the final receipt. A correction restates that day, returned
 * goods count negative on their own; settling and reversing change nothing here (API, "GET /api/sales").
 */
public final class SalesProjection implements Projection<SalesDocument> {
    @Override
    public String name() {
        return "sales";
    }

    @Override
    public Class<SalesDocument> type() {
        return SalesDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        return switch (event) {
            case ReceiptConfirmed e when e.complete() && counts(e.kind()) -> List.of(month(BusinessDay.of(e.at())));
            case ReceiptCorrected e when counts(e.kind()) -> List.of(month(e.receivedOn()));
            case GoodsReturned e -> List.of(month(BusinessDay.of(e.at())));
            default -> List.of();
        };
    }

    @Override
    public SalesDocument fold(@Nullable SalesDocument before, String id, Envelope envelope, Event event) {
        var it = before == null ? SalesDocument.empty(((OriginEvent) event).origin(), id) : before;
        return switch (event) {
            case ReceiptConfirmed e -> received(it, e);
            case ReceiptCorrected e -> corrected(it, e);
            case GoodsReturned e -> returned(it, e);
            default -> throw new IllegalArgumentException(envelope.name());
        };
    }

    private static SalesDocument received(SalesDocument before, ReceiptConfirmed event) {
        var day = BusinessDay.of(event.at());
        var after = before;
        for (var line : event.totals()) {
            var sums = sums(
                    event.kind(),
                    line.dispatched().amount(),
                    line.tally(),
                    line.gross().fen());
            after = after.plus(new SalesCell(
                    day,
                    event.market(),
                    event.channel(),
                    line.product(),
                    line.dispatched().unit(),
                    sums));
        }
        if (event.kind() != ShipmentKind.SALE) {
            return after;
        }
        var basket = event.totals().stream()
                .map(LineTotal::product)
                .distinct()
                .sorted()
                .toList();
        return after.counting(day, event.market(), event.channel(), basket);
    }

    private static SalesDocument corrected(SalesDocument before, ReceiptCorrected event) {
        var after = before;
        for (var line : event.lines()) {
            var was = sums(event.kind(), 0, line.before(), line.grossBefore().fen());
            var is = sums(event.kind(), 0, line.after(), line.grossAfter().fen());
            after = after.plus(new SalesCell(
                    event.receivedOn(), event.market(), event.channel(), line.product(), line.unit(), is.minus(was)));
        }
        return after;
    }

    private static SalesDocument returned(SalesDocument before, GoodsReturned event) {
        var day = BusinessDay.of(event.at());
        var after = before;
        for (var line : event.lines()) {
            var sums = SalesSums.returned(line.quantity().amount(), line.gross());
            after = after.plus(new SalesCell(
                    day,
                    event.market(),
                    line.channel(),
                    line.product(),
                    line.quantity().unit(),
                    sums));
        }
        return after;
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

    static String month(LocalDate day) {
        return YearMonth.from(day).toString();
    }
}
