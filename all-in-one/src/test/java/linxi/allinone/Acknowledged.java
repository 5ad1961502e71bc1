package linxi.allinone;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What callers were told is recorded. Thread-safe. */
final class Acknowledged {
    private final Set<String> correlations = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong newest = new AtomicLong();

    /** Whether the answer says so; one that says that nobody knows is no lie either. */
    boolean note(RawHttp.Answer answer) {
        if (answer.status() == 503 && answer.body().contains("\"COMMANDS_AWAY\"")) {
            correlations.add(answer.header("X-Correlation-Id"));
        }
        var position = answer.header("X-Position");
        if (answer.status() >= 300 || position.isEmpty()) {
            return false;
        }
        correlations.add(answer.header("X-Correlation-Id"));
        newest.accumulateAndGet(Long.parseLong(position), Math::max);
        count.incrementAndGet();
        return true;
    }

    int count() {
        return count.get();
    }

    long newest() {
        return newest.get();
    }

    /** Events that nobody was told of: each must come from a request so answered. */
    List<String> unknown(String... events) {
        return Arrays.stream(events)
                .filter(event -> !correlations.contains(
                        Client.json(event).path("correlation").asString("")))
                .toList();
    }
}
