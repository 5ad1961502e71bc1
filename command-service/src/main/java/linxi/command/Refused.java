package linxi.command;

import linxi.events.Quantity;
import org.jspecify.annotations.Nullable;

/** A command broke a rule; nothing was recorded. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rule rule;
    private final @Nullable String field;
    private final @Nullable String value;
    private final transient @Nullable Quantity quantity;

    /** @param value the offending value; for unknown and taken ids, the id */
    public Refused(Rule rule, Object value) {
        this(rule, null, value);
    }

    /** @param field where it stands in the request, such as {@code lines[0].lot} */
    public Refused(Rule rule, @Nullable String field, @Nullable Object value) {
        this(rule, field, value == null ? null : value.toString(), null);
    }

    private Refused(Rule rule, @Nullable String field, @Nullable String value, @Nullable Quantity quantity) {
        super(rule.name() + (field == null ? "" : " at " + field) + ": " + value, null, false, false);
        this.rule = rule;
        this.field = field;
        this.value = value;
        this.quantity = quantity;
    }

    /** With a value that people read in units of trade, and programs in base units. */
    public static Refused of(Rule rule, String field, Quantity quantity) {
        return new Refused(rule, field, Long.toString(quantity.amount()), quantity);
    }

    public Rule rule() {
        return rule;
    }

    public @Nullable String field() {
        return field;
    }

    public @Nullable String value() {
        return value;
    }

    /** What the value is, where it is a quantity. */
    public @Nullable Quantity quantity() {
        return quantity;
    }
}
