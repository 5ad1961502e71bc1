package linxi.query.party;

import static java.util.Objects.requireNonNull;

import java.util.List;
import linxi.events.Event;
import linxi.events.PartyEvent;
import linxi.events.PartyEvent.PartyRegistered;
import linxi.events.PartyEvent.PartySuspended;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per organisation. */
public final class PartyProjection implements Projection<PartyDocument> {
    @Override
    public String name() {
        return "party";
    }

    @Override
    public Class<PartyDocument> type() {
        return PartyDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        return event instanceof PartyEvent party ? List.of(party.party().value()) : List.of();
    }

    @Override
    public PartyDocument fold(@Nullable PartyDocument before, String id, Envelope envelope, Event event) {
        return switch ((PartyEvent) event) {
            case PartyRegistered e ->
                new PartyDocument(e.party(), e.kind(), e.name(), e.region(), e.district(), null, e.at());
            case PartySuspended e -> requireNonNull(before).suspended(e.reason());
        };
    }
}
