package linxi.events;

/** A cooperative, company, market, carrier or village. */
public record PartyId(String value) implements Id {
    public PartyId {
        value = Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
