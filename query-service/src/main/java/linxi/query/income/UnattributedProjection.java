package linxi.query.income;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import linxi.events.BusinessDay;
import linxi.events.Event;
import linxi.events.Money;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.SettlementAgreed;
import linxi.events.SettlementEvent.SettlementReversed;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per origin and month: the part of the net that reached nobody. */
public final class UnattributedProjection implements Projection<UnattributedDocument> {
    @Override
    public String name() {
        return "unattributed";
    }

    @Override
    public Class<UnattributedDocument> type() {
        return UnattributedDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        var amount = unattributed(event);
        return amount == null || amount.fen() == 0 ? List.of() : List.of(month(BusinessDay.of(event.at())));
    }

    @Override
    public UnattributedDocument fold(@Nullable UnattributedDocument before, String id, Envelope envelope, Event event) {
        var it = before == null ? new UnattributedDocument(id, new TreeMap<>()) : before;
        return it.plus(BusinessDay.of(event.at()), requireNonNull(unattributed(event)));
    }

    /** Null for an event that says nothing of it. */
    public static @Nullable Money unattributed(Event event) {
        return switch (event) {
            case SettlementAgreed e -> e.unattributed();
            case GoodsReturned e -> e.unattributed();
            case SettlementReversed e -> e.unattributed();
            default -> null;
        };
    }

    private static String month(LocalDate day) {
        return YearMonth.from(day).toString();
    }
}
