package linxi.command.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import linxi.events.LotEvent.LotHeld;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.StreamId;
import org.jspecify.annotations.Nullable;

/** Commits for tests: lots that are held, over and over. */
final class Held {
    private static final Instant AT = Instant.parse("2026-05-01T08:00:00.123456789Z");

    private Held() {}

    static StreamId lot(String id) {
        return StreamId.of(new LotId(id));
    }

    static NewEvent event(String lot, long sequence, String reason) {
        return new NewEvent(new LotHeld(new LotId(lot), new PartyId("dakang"), reason, AT), sequence);
    }

    static NewEvent event(String lot, long sequence) {
        return event(lot, sequence, "鸡蛋");
    }

    static Commit commit(NewEvent... events) {
        return new Commit(List.of(events), "dakang", "request-1", null);
    }

    static Commit command(@Nullable CommandRecord command, NewEvent... events) {
        return new Commit(List.of(events), null, null, command);
    }

    static CommandRecord record(String key, String id) {
        return new CommandRecord(key, "ab".repeat(32), 201, "/api/lots/" + id, id);
    }

    static Commit run(String lot, long from, int count) {
        var events = new ArrayList<NewEvent>();
        for (int i = 0; i < count; i++) {
            events.add(event(lot, from + i));
        }
        return commit(events.toArray(NewEvent[]::new));
    }
}
