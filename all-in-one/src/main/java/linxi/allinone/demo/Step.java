package linxi.allinone.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One command of the demonstration.
 *
 * @param party the acting party; null for the very first
 * @param body JSON values
 */
record Step(String path, @Nullable String party, Map<String, ?> body) {
    /** The same step always has the same key: sent again, it is answered again and changes nothing. */
    String key(String json) {
        return UUID.nameUUIDFromBytes(
                        ("linxi-demo/" + path + "/" + party + "/" + json).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
