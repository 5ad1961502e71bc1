package linxi.command.web;

import linxi.command.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request.
 *
 * @param field where, such as {@code lines[0].lot}; null where it is the whole
 * @param value what stood there, shortened
 */
record FormError(
        Rule rule, @Nullable String field, @Nullable String value) {
    private static final int SHOWN = 200;

    static FormError of(Rule rule, @Nullable String field, @Nullable Object value) {
        if (value == null) {
            return new FormError(rule, field, null);
        }
        var text = value.toString();
        return new FormError(rule, field, text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
    }
}
