package linxi.query.agreement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import linxi.events.AgreementEvent;
import linxi.events.AgreementEvent.AgreementAmended;
import linxi.events.AgreementEvent.AgreementEnded;
import linxi.events.AgreementEvent.AgreementPublished;
import linxi.events.Event;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per agreement. */
public final class AgreementProjection implements Projection<AgreementDocument> {
    @Override
    public String name() {
        return "agreement";
    }

    @Override
    public Class<AgreementDocument> type() {
        return AgreementDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        return event instanceof AgreementEvent agreement
                ? List.of(agreement.agreement().value())
                : List.of();
    }

    @Override
    public AgreementDocument fold(@Nullable AgreementDocument before, String id, Envelope envelope, Event event) {
        return switch ((AgreementEvent) event) {
            case AgreementPublished e -> AgreementDocument.of(e);
            case AgreementAmended e -> requireNonNull(before).with(e);
            case AgreementEnded e -> requireNonNull(before).ended(e.validTo());
        };
    }
}
