package linxi.events;

/** Units that every product of their base unit may be stated in, beside its own packs. */
public enum MeasureUnit {
    PIECE(BaseUnit.PIECE, 1),
    GRAM(BaseUnit.GRAM, 1),
    JIN(BaseUnit.GRAM, 500),
    KILOGRAM(BaseUnit.GRAM, 1_000),
    TONNE(BaseUnit.GRAM, 1_000_000);

    private final BaseUnit base;
    private final long contains;

    MeasureUnit(BaseUnit base, long contains) {
        this.base = base;
        this.contains = contains;
    }

    public BaseUnit base() {
        return base;
    }

    /** How many base units one of these is. */
    public long contains() {
        return contains;
    }
}
