package linxi.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a household. Names, numbers and accounts are never in an event. */
public sealed interface HouseholdEvent extends RegisterEvent {
    HouseholdKey household();

    @Override
    default StreamId stream() {
        return StreamId.of(household());
    }

    record HouseholdRegistered(HouseholdKey household, PartyId village, Instant at) implements HouseholdEvent {}

    /**
     * A spell of a status begins; an open spell that began earlier ends at {@code from}.
     *
     * @param to the first day no longer in the spell; null while it is open
     */
    record HouseholdStatusChanged(
            HouseholdKey household,
            HouseholdStatus status,
            LocalDate from,
            @Nullable LocalDate to,
            Instant at) implements HouseholdEvent {}
}
