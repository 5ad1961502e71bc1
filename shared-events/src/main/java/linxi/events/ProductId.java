package linxi.events;

/** A product, by its stock keeping unit. */
public record ProductId(String value) implements Id {
    public ProductId {
        value = Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
