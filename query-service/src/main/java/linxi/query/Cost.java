package linxi.query;

import linxi.events.Price;

/** A price as answered: fen per unit or pack. */
public record Cost(long fen, String per) {
    public static Cost of(Price price) {
        return new Cost(price.fen(), price.per());
    }
}
