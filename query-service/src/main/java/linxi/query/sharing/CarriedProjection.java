package linxi.query.sharing;

import java.time.Instant;
import java.util.List;
import linxi.events.AgreementId;
import linxi.events.CarryEvent.CarryMoved;
import linxi.events.Event;
import linxi.events.IncomePath;
import linxi.events.SettlementId;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per settlement, path of an agreement and time of decision. */
public final class CarriedProjection implements Projection<CarriedDocument> {
    static String id(SettlementId settlement, AgreementId agreement, IncomePath path, Instant at) {
        return settlement + "/" + agreement + "/" + path + "/" + at;
    }

    @Override
    public String name() {
        return "carried";
    }

    @Override
    public Class<CarriedDocument> type() {
        return CarriedDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        return event instanceof CarryMoved e ? List.of(id(e.settlement(), e.agreement(), e.path(), e.at())) : List.of();
    }

    @Override
    public CarriedDocument fold(@Nullable CarriedDocument before, String id, Envelope envelope, Event event) {
        return (before == null ? CarriedDocument.NONE : before)
                .with(envelope.position(), ((CarryMoved) event).carries());
    }
}
