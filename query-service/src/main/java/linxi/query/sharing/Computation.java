package linxi.query.sharing;

import java.util.List;
import java.util.SortedMap;
import linxi.events.IncomePath;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.Price;
import linxi.events.Quantity;
import linxi.events.SettlementEvent.Deduction;
import linxi.events.ShipmentId;
import linxi.events.share.PoolShare;
import linxi.query.income.EarnedLine;
import org.jspecify.annotations.Nullable;

/**
 * One line of a household's income, worked out again from what was recorded.
 *
 * @param share null where the line takes back what stood, or where something that it rests on is missing
 * @param standing of a line that takes back what stood
 * @param checks what was compared with the record, and whether it was the same
 * @param whole whether all could be compared
 */
public record Computation(
        PartyId origin,
        EarnedLine line,
        SharedDocument.Decision decision,
        Carry carry,
        @Nullable Share share,
        @Nullable Standing standing,
        SortedMap<Step, Boolean> checks,
        boolean whole) {
    /** What is compared with the record, in the order of the arithmetic. */
    public enum Step {
        NET,
        GROUP,
        POOL,
        ENTITLEMENT,
        PAID,
        CARRY
    }

    /** What comparing came to. */
    public enum Verdict {
        MATCHES,
        DIFFERS,
        INCOMPLETE
    }

    public Verdict verdict() {
        if (checks.containsValue(false)) {
            return Verdict.DIFFERS;
        }
        return whole ? Verdict.MATCHES : Verdict.INCOMPLETE;
    }

    /** In micro-fen: the sum of entitled − paid over the earlier lines of this path of the agreement, and with this one. */
    public record Carry(long before, long after) {}

    /** What the household held before of this pool: fen, and micro-fen that it was entitled to. */
    public record Standing(long fen, long entitlement) {}

    /**
     * From the net to the household; of a return what is taken back, without its sign.
     *
     * @param gross that was settled, or came back
     * @param deductions from it; of a return what is deducted less
     * @param groupGross of the lines that the agreement's version covers for the product
     * @param groupNet their part of the net
     * @param paths basis points of that version
     * @param pathAmount what falls to the path
     * @param unknown the part of it for lots of which nobody said who brought them
     * @param lots what the household's weight is made of, in ORDER_PURCHASE; else none
     */
    public record Share(
            Money gross,
            List<Deduction> deductions,
            Money net,
            Money groupGross,
            Money groupNet,
            SortedMap<IncomePath, Integer> paths,
            Money pathAmount,
            Money unknown,
            Part part,
            List<LotPart> lots) {}

    /**
     * From the pool to the household.
     *
     * @param weight micro-fen of gross in ORDER_PURCHASE, else as agreed
     * @param weights of all households
     * @param entitlement micro-fen
     * @param missing fen that were left when everybody had the whole fen of the entitlement
     * @param owed to the household at that moment beyond the whole fen, in micro-fen
     * @param rank from 1, by what was owed; 0 where not every carry is known
     */
    public record Part(
            Money pool, long weight, long weights, int households, long entitlement, int missing, long owed, int rank) {
        public long wholeFen() {
            return entitlement / PoolShare.MICRO;
        }

        /** Whether one of the missing fen went here. */
        public boolean isOneMore() {
            return rank > 0 && rank <= missing;
        }
    }

    /**
     * A lot that the household brought something to.
     *
     * @param brought in base units
     * @param gross of the lot in this group
     * @param weight what it adds to the household's, in micro-fen
     */
    public record LotPart(LotId lot, Quantity quantity, long brought, Money gross, long weight, List<Crate> crates) {}

    /** @param price null in a return, which is priced as it was sold */
    public record Crate(
            ShipmentId shipment,
            Quantity quantity,
            @Nullable Price price,
            Money gross) {}
}
