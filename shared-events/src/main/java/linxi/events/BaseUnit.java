package linxi.events;

/** What a product is counted in, for life. */
public enum BaseUnit {
    PIECE,
    GRAM
}
