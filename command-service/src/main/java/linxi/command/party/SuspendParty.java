package linxi.command.party;

import java.time.Instant;
import java.util.List;
import linxi.command.Refused;
import linxi.events.PartyEvent.PartySuspended;
import linxi.events.PartyId;

/** Suspends an organisation: it ships and receives nothing more. */
public record SuspendParty(PartyId party, String reason, PartyId by, Instant at) {
    public List<PartySuspended> decide(Party before, Party acting) {
        before.requireKnown("id", party);
        acting.requireMayAct(by);
        return switch (before) {
            case Party.Suspended _ -> throw new Refused(PartyRule.PARTY_ALREADY_SUSPENDED, "id", party);
            case Party.Active _, Party.Unknown _ -> List.of(new PartySuspended(party, reason, at));
        };
    }
}
