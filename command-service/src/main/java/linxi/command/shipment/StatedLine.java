package linxi.command.shipment;

import linxi.command.Refused;
import linxi.command.product.AmountRule;
import linxi.command.product.Units;
import linxi.events.Entered;
import linxi.events.LotId;
import linxi.events.Quantity;
import linxi.events.ShipmentEvent.Line;
import linxi.events.Tally;
import org.jspecify.annotations.Nullable;

/** The market's word on one lot, as it was stated; what is left out is 0. */
public record StatedLine(
        LotId lot,
        Entered accepted,
        @Nullable Entered shortage,
        @Nullable Entered rejected,
        @Nullable Entered lost,
        @Nullable Entered over,
        @Nullable String reason) {

    Tally tally(Units units, int line) {
        return new Tally(
                units.amountOrNone(accepted, Lines.field(line, "accepted")),
                amount(units, shortage, Lines.field(line, "short")),
                amount(units, rejected, Lines.field(line, "rejected")),
                amount(units, lost, Lines.field(line, "lost")),
                amount(units, over, Lines.field(line, "over")));
    }

    private static long amount(Units units, @Nullable Entered entered, String field) {
        return entered == null ? 0 : units.amountOrNone(entered, field);
    }

    /** @throws Refused with {@code REASON_MISSING} where anything is not accepted, or over, and nobody says why */
    void needReason(Tally tally, int line) {
        if (tally.isDiscrepancy() && (reason == null || reason.isBlank())) {
            throw new Refused(ShipmentRule.REASON_MISSING, Lines.field(line, "reason"), lot);
        }
    }

    /** What holds for a line at any time, also while more receipts are to come. */
    static void needNotTooMuch(Line dispatched, Tally total, String field) {
        if (total.accepted() > Quantity.MAX) {
            throw new Refused(AmountRule.AMOUNT_TOO_LARGE, field, total.accepted());
        }
        if (total.over() > total.accepted()) {
            throw new Refused(ShipmentRule.OVER_MORE_THAN_ACCEPTED, field, dispatched.lot());
        }
        if (total.accountedFor() > Math.addExact(dispatched.quantity().amount(), total.over())) {
            throw new Refused(ShipmentRule.MORE_RECEIVED_THAN_DISPATCHED, field, dispatched.lot());
        }
    }

    /** What holds for a line once no more receipts are to come. */
    static void needBalance(Line dispatched, Tally total, String field) {
        needNotTooMuch(dispatched, total, field);
        if (total.accountedFor() != Math.addExact(dispatched.quantity().amount(), total.over())) {
            throw new Refused(ShipmentRule.RECEIPT_DOES_NOT_ADD_UP, field, dispatched.lot());
        }
    }
}
