package linxi.events;

/** Gross sales of some shipments, less agreed deductions, to be shared. */
public record SettlementId(String value) implements Id {
    public SettlementId {
        value = Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
