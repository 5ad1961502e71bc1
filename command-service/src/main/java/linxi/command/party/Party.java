package linxi.command.party;

import linxi.command.Refused;
import linxi.command.RequestRule;
import linxi.events.Name;
import linxi.events.PartyEvent;
import linxi.events.PartyEvent.PartyRegistered;
import linxi.events.PartyEvent.PartySuspended;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;

/** What rules need to know of an organisation. */
public sealed interface Party {
    static Party unknown() {
        return new Unknown();
    }

    /** What people call it; null where it is not registered. */
    @Nullable
    Name name();

    default boolean isRegistered() {
        return !(this instanceof Unknown);
    }

    default Party after(PartyEvent event) {
        return switch (event) {
            case PartyRegistered registered -> new Active(registered.name());
            case PartySuspended _ -> new Suspended(name());
        };
    }

    /** @throws Refused with {@link PartyRule#PARTY_UNKNOWN}; {@code id} stood at {@code field} of the request */
    default void requireKnown(String field, PartyId id) {
        if (!isRegistered()) {
            throw new Refused(PartyRule.PARTY_UNKNOWN, field, id);
        }
    }

    /** @throws Refused with {@link PartyRule#PARTY_SUSPENDED} */
    default void requireNotSuspended(String field, PartyId id) {
        if (this instanceof Suspended) {
            throw new Refused(PartyRule.PARTY_SUSPENDED, field, id);
        }
    }

    /** Any registered party may keep the registers, a suspended one too. */
    default void requireMayAct(PartyId id) {
        if (!isRegistered()) {
            throw new Refused(RequestRule.ACTING_PARTY_UNKNOWN, "X-Party", id);
        }
    }

    record Unknown() implements Party {
        @Override
        public @Nullable Name name() {
            return null;
        }
    }

    record Active(Name name) implements Party {}

    record Suspended(@Nullable Name name) implements Party {}
}
