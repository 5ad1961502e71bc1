package linxi.events;

/** What one household brought into a lot, in the lot's base unit. */
public record Contribution(HouseholdKey household, long amount) {}
