package linxi.command.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import linxi.command.Refused;
import linxi.command.party.Party;
import linxi.events.HouseholdEvent.HouseholdStatusChanged;
import linxi.events.HouseholdKey;
import linxi.events.HouseholdStatus;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * Adds a spell of a status. An open spell that began earlier ends where this one begins; any other overlap is refused.
 *
 * @param to the first day no longer in it; null while it is open
 */
public record ChangeHouseholdStatus(
        HouseholdKey household,
        HouseholdStatus status,
        LocalDate from,
        @Nullable LocalDate to,
        PartyId by,
        Instant at) {

    public List<HouseholdStatusChanged> decide(Household before, Party acting) {
        before.requireKnown("id", household);
        acting.requireMayAct(by);
        var spell = new Spell(from, to);
        if (spell.isEmpty()) {
            throw new Refused(HouseholdRule.SPELL_EMPTY, "to", to);
        }
        if (before instanceof Household.Known known && !known.hasRoomFor(spell)) {
            throw new Refused(HouseholdRule.SPELLS_OVERLAP, "from", from);
        }
        return List.of(new HouseholdStatusChanged(household, status, from, to, at));
    }
}
