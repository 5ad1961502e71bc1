package linxi.query.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import linxi.events.HouseholdKey;
import linxi.events.HouseholdStatus;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * A household and the spells of status that it has held.
 *
 * @param spells by day, never overlapping
 */
public record HouseholdDocument(HouseholdKey id, PartyId village, List<Spell> spells, Instant at) {
    /** The status on a day; null where none is known, which counts as UNKNOWN and never as poor. */
    public @Nullable HouseholdStatus statusOn(LocalDate day) {
        for (var spell : spells) {
            if (spell.covers(day)) {
                return spell.status();
            }
        }
        return null;
    }

    /** An open spell that began earlier ends where the new one begins (domain rules, "Status spells"). */
    HouseholdDocument with(Spell added) {
        var all = new ArrayList<Spell>();
        for (var spell : spells) {
            boolean ends = spell.to() == null && spell.from().isBefore(added.from());
            all.add(ends ? new Spell(spell.status(), spell.from(), added.from()) : spell);
        }
        all.add(added);
        all.sort(Comparator.comparing(Spell::from));
        return new HouseholdDocument(id, village, List.copyOf(all), at);
    }
}
