package linxi.command.product;

/**
 * A price as the caller stated it; {@link Units#price} says what the unit contains.
 *
 * @param fen above 0
 * @param per a unit or a pack of the product
 */
public record Quoted(long fen, String per) {}
