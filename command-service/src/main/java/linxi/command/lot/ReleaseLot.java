package linxi.command.lot;

import java.util.List;
import linxi.command.Moment;
import linxi.command.Refused;
import linxi.events.Event;
import linxi.events.LotEvent.LotReleased;
import linxi.events.LotId;
import linxi.events.PartyId;

/** The origin lets a held lot go again. */
public record ReleaseLot(LotId lot, String reason, PartyId by, Moment moment) {
    public List<Event> decide(Lot state) {
        var kept = state.existing(lot, "id");
        if (!by.equals(kept.origin())) {
            throw new Refused(LotRule.NOT_THE_ORIGIN_OF_THE_LOT, lot);
        }
        if (!kept.held()) {
            throw new Refused(LotRule.LOT_NOT_HELD, lot);
        }
        return List.of(new LotReleased(lot, kept.origin(), reason, moment.at()));
    }
}
