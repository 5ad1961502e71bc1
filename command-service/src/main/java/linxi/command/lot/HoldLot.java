package linxi.command.lot;

import java.util.List;
import linxi.command.Moment;
import linxi.command.Refused;
import linxi.events.Event;
import linxi.events.LotEvent.LotHeld;
import linxi.events.LotId;
import linxi.events.PartyId;

/** The origin holds a lot back: until it is released, no shipment may take or dispatch it. */
public record HoldLot(LotId lot, String reason, PartyId by, Moment moment) {
    public List<Event> decide(Lot state) {
        var kept = state.existing(lot, "id");
        if (!by.equals(kept.origin())) {
            throw new Refused(LotRule.NOT_THE_ORIGIN_OF_THE_LOT, lot);
        }
        if (kept.held()) {
            throw new Refused(LotRule.LOT_ALREADY_HELD, lot);
        }
        return List.of(new LotHeld(lot, kept.origin(), reason, moment.at()));
    }
}
