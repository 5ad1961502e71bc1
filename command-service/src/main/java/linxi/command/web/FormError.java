package linxi.command.web;

import linxi.command.Refused;
import linxi.command.Rule;
import linxi.events.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request.
 *
 * @param field where, such as {@code lines[0].lot}; null where it is the whole
 * @param value what stood there, shortened
 * @param quantity what the value is, where texts say it with its unit
 */
record FormError(
        Rule rule,
        @Nullable String field,
        @Nullable String value,
        @Nullable Quantity quantity) {
    private static final int SHOWN = 200;

    static FormError of(Rule rule, @Nullable String field, @Nullable Object value) {
        if (value == null) {
            return new FormError(rule, field, null, null);
        }
        var text = value.toString();
        return new FormError(rule, field, text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…", null);
    }

    static FormError of(Refused refused) {
        var error = of(refused.rule(), refused.field(), refused.value());
        return new FormError(error.rule(), error.field(), error.value(), refused.quantity());
    }
}
