package linxi.query.settlement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import linxi.events.Event;
import linxi.events.SettlementEvent;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.IncomeAttributed;
import linxi.events.SettlementEvent.IncomeReversed;
import linxi.events.SettlementEvent.SettlementAgreed;
import linxi.events.SettlementEvent.SettlementOpened;
import linxi.events.SettlementEvent.SettlementPaid;
import linxi.events.SettlementEvent.SettlementReversed;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import linxi.query.settlement.SettlementMoment.Back;
import org.jspecify.annotations.Nullable;

/** One document per settlement. What single households got lies in {@code linxi.query.income}. */
public final class SettlementProjection implements Projection<SettlementDocument> {
    @Override
    public String name() {
        return "settlement";
    }

    @Override
    public Class<SettlementDocument> type() {
        return SettlementDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        return switch (event) {
            case IncomeAttributed _, IncomeReversed _ -> List.of();
            case SettlementEvent e -> List.of(e.settlement().value());
            default -> List.of();
        };
    }

    @Override
    public SettlementDocument fold(@Nullable SettlementDocument before, String id, Envelope envelope, Event event) {
        var moment = SettlementMoment.of(envelope);
        return switch ((SettlementEvent) event) {
            case SettlementOpened e -> SettlementDocument.of(e, moment.money(e.gross(), e.net()));
            case SettlementAgreed e ->
                requireNonNull(before)
                        .now(SettlementState.AGREED)
                        .covering(e.groups())
                        .shared(e.pools(), e.unattributed())
                        .then(moment);
            case SettlementPaid e ->
                requireNonNull(before).now(SettlementState.PAID).then(moment.reference(e.reference()));
            case GoodsReturned e -> returned(requireNonNull(before), e, moment);
            case SettlementReversed e ->
                requireNonNull(before).reversed(e.refundDue()).then(moment.reason(e.reason()));
            case IncomeAttributed _, IncomeReversed _ -> throw new IllegalArgumentException(envelope.name());
        };
    }

    private static SettlementDocument returned(
            SettlementDocument before, GoodsReturned event, SettlementMoment moment) {
        var back = event.lines().stream()
                .map(it -> new Back(it.shipment(), it.lot(), it.product(), it.quantity(), it.gross()))
                .toList();
        return before.kept(
                        before.gross().minus(event.gross()),
                        event.deductionsKept(),
                        before.net().minus(event.netReturned()),
                        before.returned().plus(event.gross()))
                .shared(event.pools(), event.unattributed())
                .then(moment.reason(event.reason())
                        .money(event.gross().negated(), event.netReturned().negated())
                        .lines(back));
    }
}
