package linxi.query.sharing;

import java.time.Instant;
import java.util.List;
import linxi.events.AgreementId;
import linxi.events.Event;
import linxi.events.IncomePath;
import linxi.events.ProductId;
import linxi.events.SettlementEvent.IncomeAttributed;
import linxi.events.SettlementEvent.IncomeReversed;
import linxi.events.SettlementId;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per pool and time of decision: written anew for every 2 000 lines, and found by what a line says of itself. */
public final class PoolProjection implements Projection<PoolDocument> {
    static String id(
            SettlementId settlement,
            AgreementId agreement,
            int version,
            ProductId product,
            IncomePath path,
            Instant at) {
        return settlement + "/" + agreement + "/" + version + "/" + product + "/" + path + "/" + at;
    }

    @Override
    public String name() {
        return "pools";
    }

    @Override
    public Class<PoolDocument> type() {
        return PoolDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        return switch (event) {
            case IncomeAttributed e ->
                List.of(id(e.settlement(), e.agreement(), e.version(), e.product(), e.path(), e.at()));
            case IncomeReversed e ->
                List.of(id(e.settlement(), e.agreement(), e.version(), e.product(), e.path(), e.at()));
            default -> List.of();
        };
    }

    @Override
    public PoolDocument fold(@Nullable PoolDocument before, String id, Envelope envelope, Event event) {
        var it = before == null ? PoolDocument.NONE : before;
        return switch (event) {
            case IncomeAttributed e -> it.with(envelope.position(), e.lines());
            case IncomeReversed e -> it.with(envelope.position(), e.lines());
            default -> throw new IllegalArgumentException(envelope.name());
        };
    }
}
