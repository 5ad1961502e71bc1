package linxi.query.sharing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import linxi.events.Event;
import linxi.events.SettlementEvent;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.SettlementAgreed;
import linxi.events.SettlementEvent.SettlementOpened;
import linxi.events.SettlementEvent.SettlementReversed;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import linxi.query.sharing.SharedDocument.Decision;
import org.jspecify.annotations.Nullable;

/** One document per settlement, beside the one that shows how it stands now. */
public final class SharedProjection implements Projection<SharedDocument> {
    @Override
    public String name() {
        return "shared";
    }

    @Override
    public Class<SharedDocument> type() {
        return SharedDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        return switch (event) {
            case SettlementOpened _, SettlementAgreed _, GoodsReturned _, SettlementReversed _ ->
                List.of(((SettlementEvent) event).settlement().value());
            default -> List.of();
        };
    }

    @Override
    public SharedDocument fold(@Nullable SharedDocument before, String id, Envelope envelope, Event event) {
        long position = envelope.position();
        return switch (event) {
            case SettlementOpened e -> SharedDocument.of(e);
            case SettlementAgreed e -> requireNonNull(before).then(Decision.of(e, position));
            case GoodsReturned e -> requireNonNull(before).then(Decision.of(e, position));
            case SettlementReversed e -> requireNonNull(before).then(Decision.of(e, position));
            default -> throw new IllegalArgumentException(envelope.name());
        };
    }
}
