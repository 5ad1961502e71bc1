package linxi.events;

import java.time.Instant;
import java.util.SortedMap;

/** What rounding still owes (or has advanced) each household of a path of an agreement. */
public sealed interface CarryEvent extends OriginEvent {
    AgreementId agreement();

    IncomePath path();

    @Override
    default StreamId stream() {
        return StreamId.carry(agreement(), path());
    }

    /**
     * @param settlement whose attribution, return or reversal moved them
     * @param carries the carry after the move, entitled so far − paid so far in micro-fen, of the households it touched
     */
    record CarryMoved(
            AgreementId agreement,
            IncomePath path,
            PartyId origin,
            SettlementId settlement,
            SortedMap<HouseholdKey, Long> carries,
            Instant at)
            implements CarryEvent {
        public CarryMoved {
            carries = HouseholdAmounts.copyOf(carries);
        }
    }
}
