package linxi.command.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import linxi.command.Refused;
import linxi.command.party.Party;
import linxi.events.HouseholdEvent;
import linxi.events.HouseholdEvent.HouseholdRegistered;
import linxi.events.HouseholdEvent.HouseholdStatusChanged;
import linxi.events.HouseholdKey;
import linxi.events.HouseholdStatus;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;

/** Registers a household by its opaque key; its village need not be registered. */
public record RegisterHousehold(
        HouseholdKey household, PartyId village, @Nullable FirstStatus status, PartyId by, Instant at) {

    /** The status it holds already, and since when. */
    public record FirstStatus(HouseholdStatus status, LocalDate from) {}

    public List<HouseholdEvent> decide(Household before, Party acting) {
        acting.requireMayAct(by);
        return switch (before) {
            case Household.Known _ -> throw new Refused(HouseholdRule.HOUSEHOLD_EXISTS, "id", household);
            case Household.Unknown _ -> registered();
        };
    }

    private List<HouseholdEvent> registered() {
        var events = new ArrayList<HouseholdEvent>();
        events.add(new HouseholdRegistered(household, village, at));
        if (status != null) {
            events.add(new HouseholdStatusChanged(household, status.status(), status.from(), null, at));
        }
        return events;
    }
}
