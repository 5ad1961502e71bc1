package linxi.query.feed;

import java.util.Map;

/** Hears what is folded as soon as it is, before that is noted: whoever reads afterwards finds it. */
@FunctionalInterface
interface Promise {
    /** @param taken by partition; only what is folded without anything left out */
    void folded(long epoch, Map<Integer, Progress> taken);
}
