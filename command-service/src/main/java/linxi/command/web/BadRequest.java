package linxi.command.web;

import java.util.List;
import linxi.command.Rule;
import org.jspecify.annotations.Nullable;

/** A request that is no command; every error found in it. */
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FormError> errors;

    BadRequest(List<FormError> errors) {
        super(errors.toString(), null, false, false);
        this.errors = List.copyOf(errors);
    }

    BadRequest(Rule rule, @Nullable String field, @Nullable Object value) {
        this(List.of(FormError.of(rule, field, value)));
    }

    List<FormError> errors() {
        return errors;
    }
}
