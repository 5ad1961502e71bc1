package linxi.command;

import org.jspecify.annotations.Nullable;

/** A command broke a rule; nothing was recorded. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rule rule;
    private final @Nullable String field;
    private final @Nullable String value;

    /** @param value the offending value; for unknown and taken ids, the id */
    public Refused(Rule rule, Object value) {
        this(rule, null, value);
    }

    /** @param field where it stands in the request, such as {@code lines[0].lot} */
    public Refused(Rule rule, @Nullable String field, @Nullable Object value) {
        super(rule.name() + (field == null ? "" : " at " + field) + ": " + value, null, false, false);
        this.rule = rule;
        this.field = field;
        this.value = value == null ? null : value.toString();
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
}
