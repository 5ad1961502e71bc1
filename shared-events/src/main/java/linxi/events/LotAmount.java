package linxi.events;

/** An amount of a lot. */
public record LotAmount(LotId lot, Quantity quantity) {}
