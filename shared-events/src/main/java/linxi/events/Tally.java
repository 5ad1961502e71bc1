package linxi.events;

/**
 * The market's word on one line, in the product's base unit: none is negative, and on a finished line accepted +
 * shortage + rejected + lost = dispatched + over.
 *
 * @param shortage never loaded ("short")
 * @param over accepted beyond what was dispatched, part of {@code accepted}
 */
public record Tally(long accepted, long shortage, long rejected, long lost, long over) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(
                Math.addExact(accepted, other.accepted),
                Math.addExact(shortage, other.shortage),
                Math.addExact(rejected, other.rejected),
                Math.addExact(lost, other.lost),
                Math.addExact(over, other.over));
    }

    /** Accepted, short, rejected and lost together: what must equal dispatched + over in the end. */
    public long accountedFor() {
        return Math.addExact(Math.addExact(accepted, shortage), Math.addExact(rejected, lost));
    }

    /** Whether anything is other than simply accepted as dispatched. */
    public boolean isDiscrepancy() {
        return shortage != 0 || rejected != 0 || lost != 0 || over != 0;
    }
}
