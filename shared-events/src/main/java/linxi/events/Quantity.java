package linxi.events;

/** A whole number of grams or pieces. Quantities of different units are never mixed. */
public record Quantity(long amount, BaseUnit unit) {
    /** The largest quantity accepted from outside: 2^53, the largest whole number every JSON reader keeps exactly. */
    public static final long MAX = 1L << 53;

    public static Quantity grams(long amount) {
        return new Quantity(amount, BaseUnit.GRAM);
    }

    public static Quantity pieces(long amount) {
        return new Quantity(amount, BaseUnit.PIECE);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(amount, sameUnit(other).amount), unit);
    }

    public Quantity minus(Quantity other) {
        return new Quantity(Math.subtractExact(amount, sameUnit(other).amount), unit);
    }

    private Quantity sameUnit(Quantity other) {
        if (other.unit != unit) {
            throw new IllegalArgumentException(other + " is not in " + unit);
        }
        return other;
    }
}
