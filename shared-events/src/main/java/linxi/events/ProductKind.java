package linxi.events;

/** The kinds of produce of the county. */
public enum ProductKind {
    EGG,
    TOMATO,
    BEEF,
    MUTTON,
    VEGETABLE,
    GRAIN,
    SUGAR,
    DRINK,
    VERMICELLI,
    HERB,
    OTHER
}
