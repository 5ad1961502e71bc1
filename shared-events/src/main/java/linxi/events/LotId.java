package linxi.events;

/** Produce of one kind, commissioned at one time. */
public record LotId(String value) implements Id {
    public LotId {
        value = Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
