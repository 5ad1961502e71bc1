package linxi.query.agreement;

import static java.util.Objects.requireNonNull;

import java.util.List;
import linxi.events.AgreementEvent.AgreementAmended;
import linxi.events.AgreementEvent.AgreementPublished;
import linxi.events.AgreementId;
import linxi.events.Event;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per version that names members anew. */
public final class MembersProjection implements Projection<MembersDocument> {
    static String id(AgreementId agreement, int version) {
        return agreement.value() + "/" + version;
    }

    @Override
    public String name() {
        return "agreement_members";
    }

    @Override
    public Class<MembersDocument> type() {
        return MembersDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        return switch (event) {
            case AgreementPublished e -> List.of(id(e.agreement(), 1));
            case AgreementAmended e when e.members() != null -> List.of(id(e.agreement(), e.version()));
            default -> List.of();
        };
    }

    @Override
    public MembersDocument fold(@Nullable MembersDocument before, String id, Envelope envelope, Event event) {
        return switch (event) {
            case AgreementPublished e -> new MembersDocument(e.members());
            case AgreementAmended e -> new MembersDocument(requireNonNull(e.members()));
            default -> throw new IllegalArgumentException(envelope.name());
        };
    }
}
