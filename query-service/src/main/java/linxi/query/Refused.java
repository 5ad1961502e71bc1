package linxi.query;

import org.jspecify.annotations.Nullable;

/** A query, or a command on its way through, cannot be answered. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final QueryRule rule;
    private final @Nullable String field;
    private final @Nullable String value;

    public Refused(QueryRule rule) {
        this(rule, null, null);
    }

    /** @param field the parameter; null where it is the path */
    public Refused(QueryRule rule, @Nullable String field, @Nullable String value) {
        super(rule.name() + (field == null ? "" : " at " + field), null, false, false);
        this.rule = rule;
        this.field = field;
        this.value = value;
    }

    public QueryRule rule() {
        return rule;
    }

    public @Nullable String field() {
        return field;
    }

    public @Nullable String value() {
        return value;
    }
}
