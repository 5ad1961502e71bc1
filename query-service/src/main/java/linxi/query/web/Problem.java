package linxi.query.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a refused caller gets (RFC 9457).
 *
 * @param rule the stable name of why
 * @param correlation of the request, to be found in the logs
 */
public record Problem(
        String type, String title, int status, String detail, String rule, String correlation, List<Item> errors) {

    /** One thing wrong. */
    public record Item(@Nullable String field, @Nullable String value, String rule, String detail) {}
}
