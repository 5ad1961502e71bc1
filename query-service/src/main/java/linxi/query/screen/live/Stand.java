package linxi.query.screen.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far everything is folded, over all instances.
 *
 * @param at when the newest event was recorded that changed a figure; null where there is none
 * @param behind events that are known to be there and not folded yet
 * @param reachable false while it cannot be looked, and this is what was known last
 */
public record Stand(long position, @Nullable Instant at, long behind, boolean reachable) {
    Stand unreachable() {
        return new Stand(position, at, behind, false);
    }

    /** Nothing in it needs escaping. */
    String json() {
        return "{\"position\":%d,\"at\":%s,\"behind\":%d,\"reachable\":%s}"
                .formatted(position, at == null ? "null" : "\"" + at + "\"", behind, reachable);
    }
}
