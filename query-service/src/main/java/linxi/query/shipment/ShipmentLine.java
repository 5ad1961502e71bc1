package linxi.query.shipment;

import linxi.events.BaseUnit;
import linxi.events.Entered;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.Price;
import linxi.events.ProductId;
import linxi.events.Quantity;
import linxi.events.ShipmentEvent.Line;
import linxi.events.Tally;
import org.jspecify.annotations.Nullable;

/**
 * One lot of a shipment, and what the market said of it.
 *
 * @param backAtOrigin rejected goods that are back in the lot, in base units
 * @param returned goods that came back after their sale, in base units
 * @param reason the last one given for anything not simply accepted
 */
public record ShipmentLine(
        LotId lot,
        ProductId product,
        Quantity dispatched,
        @Nullable Entered entered,
        @Nullable Price price,
        Tally tally,
        long backAtOrigin,
        long returned,
        @Nullable String reason) {
    static ShipmentLine of(Line line) {
        return new ShipmentLine(
                line.lot(), line.product(), line.quantity(), line.entered(), line.price(), Tally.NONE, 0, 0, null);
    }

    BaseUnit unit() {
        return dispatched.unit();
    }

    /** What the market pays for it: accepted × price; nothing where there is no price. */
    Money gross() {
        return price == null ? Money.ZERO : price.of(tally.accepted());
    }

    /** Accepted and not returned after the sale, in base units. */
    long kept() {
        return tally.accepted() - returned;
    }

    /** What a settlement counts of it. */
    Money keptGross() {
        return price == null ? Money.ZERO : price.of(kept());
    }

    ShipmentLine with(Tally now, @Nullable String said) {
        return new ShipmentLine(
                lot, product, dispatched, entered, price, now, backAtOrigin, returned, said == null ? reason : said);
    }

    ShipmentLine broughtBack(long amount) {
        return new ShipmentLine(
                lot, product, dispatched, entered, price, tally, backAtOrigin + amount, returned, reason);
    }

    ShipmentLine returned(long amount) {
        return new ShipmentLine(
                lot, product, dispatched, entered, price, tally, backAtOrigin, returned + amount, reason);
    }
}
