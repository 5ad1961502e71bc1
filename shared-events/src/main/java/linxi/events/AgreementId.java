package linxi.events;

/** A published agreement on who shares which produce's net income. */
public record AgreementId(String value) implements Id {
    public AgreementId {
        value = Id.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
