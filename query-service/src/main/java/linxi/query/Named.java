package linxi.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import linxi.events.Name;
import org.jspecify.annotations.Nullable;

/** A party or product in an answer; the name is null where it is not registered. */
public record Named(
        String id,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Name name) {}
