package linxi.events;

/** Lots on the road from one origin to one market. */
public record ShipmentId(String value) implements Id {
    public ShipmentId {
        value = Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
