package linxi.events;

/** A named pack of a product (tray, carton); {@code contains} is in the product's base units, above 0. */
public record Pack(String name, long contains) {}
