package linxi.command.store;

import static linxi.command.store.Held.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceCheckTest {
    private static final int STREAMS = 20_000;
    private static final int BREAKS = 100;
    private static final int AT_ONCE = 10;

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> found = new ArrayList<>();
    private long position = 1;

    @Test
    void holdsFewStreamsAtOnceHoweverManyThereAreAndFindsEveryBreak() {
        try (var check = new SequenceCheck(AT_ONCE)) {
            for (int i = 0; i < STREAMS; i++) {
                take(check, "S" + i, 0);
            }
            for (int i = 0; i < BREAKS; i++) {
                take(check, "S" + i, 2);
            }
            check.finish(new SequenceCheck.Broken() {
                @Override
                public void misplaced(long at, long sequence, long expected) {
                    found.add(at + ": " + sequence + " for " + expected);
                }

                @Override
                public void repeated(long at) {
                    found.add(at + " again");
                }
            });
            assertThat(check.mostHeld()).isBetween(1, 3 * AT_ONCE);
        }
        assertThat(found).hasSize(BREAKS).contains((STREAMS + 1) + ": 2 for 1", (STREAMS + BREAKS) + ": 2 for 1");
    }

    private void take(SequenceCheck check, String stream, long sequence) {
        var events = List.of(StoredEvent.of(event(stream, sequence)));
        check.take(new StoredCommit(position++, "commit", AT, null, null, null, events, "hash"));
    }
}
