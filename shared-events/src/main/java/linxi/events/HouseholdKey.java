package linxi.events;

/** A household, by an opaque key: never a name, number or address. */
public record HouseholdKey(String value) implements Id {
    public HouseholdKey {
        value = Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
