package linxi.command.party;

import java.time.Instant;
import java.util.List;
import linxi.command.Refused;
import linxi.command.RequestRule;
import linxi.events.Name;
import linxi.events.PartyEvent.PartyRegistered;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import linxi.events.RegisterEvent;
import org.jspecify.annotations.Nullable;

/**
 * Registers an organisation.
 *
 * @param by null only for the very first party, which nobody can sign
 */
public record RegisterParty(
        PartyId party,
        PartyKind kind,
        Name name,
        @Nullable String region,
        @Nullable String district,
        @Nullable PartyId by,
        Instant at) {

    public List<PartyRegistered> decide(Party before, Party acting) {
        if (by != null) {
            acting.requireMayAct(by);
        }
        return registered(before);
    }

    /** @param empty whether nothing was ever recorded: as everything else is signed by a party, there is none yet */
    public List<PartyRegistered> decideAsFirst(Party before, boolean empty) {
        if (!empty) {
            throw new Refused(RequestRule.NO_ACTING_PARTY, "X-Party", null);
        }
        return registered(before);
    }

    private List<PartyRegistered> registered(Party before) {
        if (before.isRegistered()) {
            throw new Refused(PartyRule.PARTY_EXISTS, "id", party);
        }
        if (party.value().equals(RegisterEvent.KEY)) {
            throw new Refused(PartyRule.PARTY_ID_RESERVED, "id", party);
        }
        return List.of(new PartyRegistered(party, kind, name, region, district, at));
    }
}
