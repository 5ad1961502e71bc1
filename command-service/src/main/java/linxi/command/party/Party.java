package linxi.command.party;

import linxi.command.Refused;
import linxi.command.RequestRule;
import linxi.events.PartyEvent;
import linxi.events.PartyEvent.PartyRegistered;
import linxi.events.PartyEvent.PartySuspended;
import linxi.events.PartyId;

/** What rules need to know of an organisation. */
public sealed interface Party {
    static Party unknown() {
        return new Unknown();
    }

    default boolean isRegistered() {
        return !(this instanceof Unknown);
    }

    default Party after(PartyEvent event) {
        return switch (event) {
            case PartyRegistered _ -> new Active();
            case PartySuspended _ -> new Suspended();
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

    record Unknown() implements Party {}

    record Active() implements Party {}

    record Suspended() implements Party {}
}
