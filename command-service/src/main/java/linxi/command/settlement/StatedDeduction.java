package linxi.command.settlement;

import static linxi.command.settlement.SettlementRule.DEDUCTION_NEITHER_FEN_NOR_BASIS_POINTS;
import static linxi.command.settlement.SettlementRule.DEDUCTION_OUT_OF_RANGE;

import linxi.command.Refused;
import linxi.events.DeductionKind;
import linxi.events.Money;
import linxi.events.SettlementEvent.Deduction;
import org.jspecify.annotations.Nullable;

/**
 * A deduction as it was asked for: exactly one of fen and basis points (of the gross).
 *
 * <p>Refused (422): both, neither, a negative figure, or more than a settlement may come to.
 */
public record StatedDeduction(
        DeductionKind kind,
        @Nullable Long fen,
        @Nullable Integer basisPoints,
        @Nullable String evidence) {
    /** No line and no settlement may come to more: 10 000 million yuan. */
    static final long LARGEST_FEN = 1_000_000_000_000L;

    private static final int WHOLE = 10_000;

    public StatedDeduction {
        if ((fen == null) == (basisPoints == null)) {
            throw new Refused(DEDUCTION_NEITHER_FEN_NOR_BASIS_POINTS, "deductions", kind);
        }
        if (fen != null && (fen < 0 || fen > LARGEST_FEN)) {
            throw new Refused(DEDUCTION_OUT_OF_RANGE, "deductions.fen", fen);
        }
        if (basisPoints != null && basisPoints < 0) {
            throw new Refused(DEDUCTION_OUT_OF_RANGE, "deductions.basisPoints", basisPoints);
        }
    }

    /** Basis points are rounded half-up to a fen, once. */
    Deduction of(Money gross) {
        return new Deduction(kind, Money.ofFen(fen == null ? part(gross.fen()) : fen), basisPoints, evidence);
    }

    private long part(long gross) {
        long points = basisPoints == null ? 0 : basisPoints;
        return Rounding.halfUp(gross, points, WHOLE);
    }
}
