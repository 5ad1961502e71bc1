package linxi.command.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a refused caller gets (RFC 9457).
 *
 * @param rule the stable name of the rule that was broken
 * @param correlation of the request, to be found in the logs
 */
record Problem(
        String type, String title, int status, String detail, String rule, String correlation, List<Item> errors) {

    /** One thing wrong. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(@Nullable String field, @Nullable String value, String rule, String detail) {}
}
