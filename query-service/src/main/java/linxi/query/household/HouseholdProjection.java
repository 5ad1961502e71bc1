package linxi.query.household;

import static java.util.Objects.requireNonNull;

import java.util.List;
import linxi.events.Event;
import linxi.events.HouseholdEvent;
import linxi.events.HouseholdEvent.HouseholdRegistered;
import linxi.events.HouseholdEvent.HouseholdStatusChanged;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per household. */
public final class HouseholdProjection implements Projection<HouseholdDocument> {
    @Override
    public String name() {
        return "household";
    }

    @Override
    public Class<HouseholdDocument> type() {
        return HouseholdDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        return event instanceof HouseholdEvent household
                ? List.of(household.household().value())
                : List.of();
    }

    @Override
    public HouseholdDocument fold(@Nullable HouseholdDocument before, String id, Envelope envelope, Event event) {
        return switch ((HouseholdEvent) event) {
            case HouseholdRegistered e -> new HouseholdDocument(e.household(), e.village(), List.of(), e.at());
            case HouseholdStatusChanged e -> requireNonNull(before).with(new Spell(e.status(), e.from(), e.to()));
        };
    }
}
