package linxi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import linxi.events.Event;
import linxi.events.LotEvent.LotHeld;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.wire.Envelope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void foldsEachEventOnceIntoTheDocumentOfItsKey() {
        var held = new Held();
        var replay =
                Replay.inMemory(held).fold(hold("A", "one"), hold("B", "two")).fold(hold("A", "three"));

        assertThat(replay.document(held, "A", "held")).isEqualTo(new Reasons(List.of("one", "three")));
        assertThat(replay.document(held, "B", "held")).isEqualTo(new Reasons(List.of("two")));
        assertThat(replay.document(held, "C", "held")).isNull();
        assertThat(replay.position()).isEqualTo(3);
    }

    @Test
    void doesNotWriteADocumentThatAnEventLeavesAsItIs() {
        var held = new Held();
        var replay = Replay.inMemory(held).fold(hold("A", "one")).fold(hold("A", "one"), hold("A", "one"));

        assertThat(replay.revision(held, "A", "held")).isEqualTo(1);
        assertThat(replay.fold(hold("A", "one"), hold("A", "two"), hold("A", "two"))
                        .revision(held, "A", "held"))
                .isEqualTo(2);
        assertThat(replay.document(held, "A", "held")).isEqualTo(new Reasons(List.of("one", "two")));
    }

    private static LotHeld hold(String origin, String reason) {
        return new LotHeld(new LotId("L1"), new PartyId(origin), reason, AT);
    }

    record Reasons(List<String> reasons) {}

    private static final class Held implements Projection<Reasons> {
        @Override
        public String name() {
            return "held";
        }

        @Override
        public Class<Reasons> type() {
            return Reasons.class;
        }

        @Override
        public List<String> documents(Event event) {
            return List.of("held");
        }

        @Override
        public Reasons fold(@Nullable Reasons before, String id, Envelope envelope, Event event) {
            var reason = ((LotHeld) event).reason();
            if (before != null && before.reasons().contains(reason)) {
                return before;
            }
            var reasons = new ArrayList<>(before == null ? List.<String>of() : before.reasons());
            reasons.add(reason);
            return new Reasons(List.copyOf(reasons));
        }
    }
}
