package linxi.query.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import linxi.events.AgreementEvent;
import linxi.events.AgreementEvent.AgreementAmended;
import linxi.events.AgreementEvent.AgreementEnded;
import linxi.events.AgreementEvent.AgreementPublished;
import linxi.events.Event;
import linxi.events.IncomePath;
import linxi.events.wire.Envelope;
import linxi.query.agreement.AgreementHistoryDocument.Moment;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per agreement: who did what to it, and when. */
public final class AgreementHistoryProjection implements Projection<AgreementHistoryDocument> {
    @Override
    public String name() {
        return "agreement-history";
    }

    @Override
    public Class<AgreementHistoryDocument> type() {
        return AgreementHistoryDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        return event instanceof AgreementEvent agreement
                ? List.of(agreement.agreement().value())
                : List.of();
    }

    @Override
    public AgreementHistoryDocument fold(
            @Nullable AgreementHistoryDocument before, String id, Envelope envelope, Event event) {
        var it = before == null ? new AgreementHistoryDocument(List.of()) : before;
        return it.then(
                switch ((AgreementEvent) event) {
                    case AgreementPublished e -> moment(envelope, 1, e.validFrom(), null, e.paths());
                    case AgreementAmended e -> moment(envelope, e.version(), e.validFrom(), null, e.paths());
                    case AgreementEnded e -> moment(envelope, null, null, e.validTo(), null);
                });
    }

    private static Moment moment(
            Envelope envelope,
            @Nullable Integer version,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable SortedMap<IncomePath, Integer> paths) {
        return new Moment(
                envelope.name(),
                envelope.at(),
                envelope.recordedAt(),
                envelope.position(),
                envelope.by(),
                version,
                validFrom,
                validTo,
                paths);
    }
}
