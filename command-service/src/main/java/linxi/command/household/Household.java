package linxi.command.household;

import java.util.List;
import java.util.stream.Stream;
import linxi.command.Refused;
import linxi.events.HouseholdEvent;
import linxi.events.HouseholdEvent.HouseholdRegistered;
import linxi.events.HouseholdEvent.HouseholdStatusChanged;
import linxi.events.HouseholdKey;

/** What rules need to know of a household: that it is known, and the days on which it holds a status. */
public sealed interface Household {
    static Household unknown() {
        return new Unknown();
    }

    default Household after(HouseholdEvent event) {
        return switch (event) {
            case HouseholdRegistered _ -> new Known(List.of());
            case HouseholdStatusChanged changed ->
                switch (this) {
                    case Unknown _ -> this;
                    case Known known -> known.with(new Spell(changed.from(), changed.to()));
                };
        };
    }

    /** @throws Refused with {@link HouseholdRule#HOUSEHOLD_UNKNOWN}; {@code key} stood at {@code field} */
    default void requireKnown(String field, HouseholdKey key) {
        if (this instanceof Unknown) {
            throw new Refused(HouseholdRule.HOUSEHOLD_UNKNOWN, field, key);
        }
    }

    record Unknown() implements Household {}

    /** A household with its spells in the order in which they were recorded; no two overlap. */
    final class Known implements Household {
        private final List<Spell> spells;

        private Known(List<Spell> spells) {
            this.spells = spells;
        }

        Known with(Spell next) {
            return new Known(Stream.concat(spells.stream().map(spell -> spell.before(next)), Stream.of(next))
                    .toList());
        }

        boolean hasRoomFor(Spell next) {
            return spells.stream().map(spell -> spell.before(next)).noneMatch(next::overlaps);
        }
    }
}
