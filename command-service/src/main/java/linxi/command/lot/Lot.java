package linxi.command.lot;

import java.time.Instant;
import linxi.command.Refused;
import linxi.events.HouseholdAmounts;
import linxi.events.LotEvent;
import linxi.events.LotEvent.LotCommissioned;
import linxi.events.LotEvent.LotHeld;
import linxi.events.LotEvent.LotReleased;
import linxi.events.LotEvent.LotReservationReleased;
import linxi.events.LotEvent.LotReserved;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.Quantity;
import linxi.events.ShipmentId;
import org.jspecify.annotations.Nullable;

/** What the rules need to know of a lot. {@link #after} never refuses: history is a fact. */
public sealed interface Lot {
    static Lot unknown() {
        return new Unknown();
    }

    Lot after(LotEvent event);

    /** How many contributions it remembers. */
    default int size() {
        return switch (this) {
            case Unknown _ -> 0;
            case Commissioned lot -> lot.contributions().size();
        };
    }

    /** @throws Refused with {@code LOT_UNKNOWN} where nobody commissioned it */
    Commissioned existing(LotId lot, @Nullable String field);

    /** Nothing was recorded of it. */
    record Unknown() implements Lot {
        @Override
        public Lot after(LotEvent event) {
            if (event instanceof LotCommissioned first) {
                return new Commissioned(
                        first.lot(),
                        first.origin(),
                        first.product(),
                        first.quantity(),
                        HouseholdAmounts.of(first.contributions()),
                        first.quantity(),
                        false);
            }
            throw new IllegalStateException("a lot begins with its commission, not with " + event);
        }

        @Override
        public Commissioned existing(LotId lot, @Nullable String field) {
            throw new Refused(LotRule.LOT_UNKNOWN, field, lot);
        }
    }

    /**
     * It exists.
     *
     * @param quantity commissioned
     * @param contributions who brought how much of it, in base units; empty where nobody said
     * @param left not taken by any shipment, or given back by it; never below 0
     */
    record Commissioned(
            LotId lot,
            PartyId origin,
            ProductId product,
            Quantity quantity,
            HouseholdAmounts contributions,
            Quantity left,
            boolean held)
            implements Lot {
        @Override
        public Commissioned existing(LotId asked, @Nullable String field) {
            return this;
        }

        /** @throws Refused with {@code LOT_HELD} */
        public void needNotHeld(@Nullable String field) {
            if (held) {
                throw new Refused(LotRule.LOT_HELD, field, lot);
            }
        }

        /** @throws Refused with {@code MORE_THAN_LOT_HAS_LEFT}; the value is what is left */
        public LotReserved reserve(ShipmentId shipment, Quantity taken, Instant at, String field) {
            if (taken.amount() > left.amount()) {
                throw Refused.of(LotRule.MORE_THAN_LOT_HAS_LEFT, field, left);
            }
            return new LotReserved(lot, origin, shipment, taken, at);
        }

        @Override
        public Lot after(LotEvent event) {
            return switch (event) {
                case LotCommissioned again -> throw new IllegalStateException("commissioned twice: " + again.lot());
                case LotReserved taken -> left(left.minus(taken.quantity()));
                case LotReservationReleased back -> left(left.plus(back.quantity()));
                case LotHeld _ -> held(true);
                case LotReleased _ -> held(false);
            };
        }

        private Commissioned left(Quantity now) {
            return new Commissioned(lot, origin, product, quantity, contributions, now, held);
        }

        private Commissioned held(boolean now) {
            return new Commissioned(lot, origin, product, quantity, contributions, left, now);
        }
    }
}
