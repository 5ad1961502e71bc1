package linxi.query.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import linxi.events.Event;
import linxi.events.LotEvent.LotHeld;
import linxi.events.LotEvent.LotReleased;
import linxi.events.LotId;
import linxi.events.PartyEvent.PartySuspended;
import linxi.events.PartyId;
import linxi.events.wire.Envelope;
import linxi.events.wire.EventJson;
import linxi.events.wire.EventType;
import linxi.query.mongo.Generations;
import org.jspecify.annotations.Nullable;

/** Small events and projections whose documents tell when an event was lost, doubled or folded out of order. */
final class Samples {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private Samples() {}

    static List<Projection<?>> projections() {
        return List.of(new Counter(), new Order(), new Many());
    }

    static Generations generations() {
        return Generations.first(projections().stream().map(Projection::name).toList());
    }

    /** A lot is held, mostly, or released, or a party suspended; the reason says the position. */
    static Envelope envelope(long position, int origins, Random random) {
        if (random.nextInt(5) == 0) {
            var party = new PartyId("party-" + random.nextInt(4));
            return envelope(position, new PartySuspended(party, "at " + position, AT));
        }
        var origin = new PartyId("origin-" + random.nextInt(origins));
        var lot = new LotId("L." + random.nextInt(4));
        var reason = "at " + position;
        return envelope(
                position,
                random.nextInt(4) > 0
                        ? new LotHeld(lot, origin, reason, AT)
                        : new LotReleased(lot, origin, reason, AT));
    }

    static Envelope envelope(long position, Event event) {
        var type = EventType.of(event);
        return new Envelope(
                position,
                type.name(),
                type.version(),
                event.stream().toString(),
                position,
                event.at(),
                AT,
                null,
                null,
                event.key(),
                EventJson.write(event));
    }

    record Count(long events, long positions) {}

    /** How many events a key has had. */
    static final class Counter implements Projection<Count> {
        @Override
        public String name() {
            return "counter";
        }

        @Override
        public Class<Count> type() {
            return Count.class;
        }

        @Override
        public List<String> documents(Event event) {
            return List.of(event instanceof PartySuspended e ? e.party().value() : "all");
        }

        @Override
        public Count fold(@Nullable Count before, String id, Envelope envelope, Event event) {
            return before == null
                    ? new Count(1, envelope.position())
                    : new Count(before.events() + 1, before.positions() + envelope.position());
        }
    }

    record Reasons(List<String> reasons) {}

    /** Everything that was said of a lot, in order. */
    static final class Order implements Projection<Reasons> {
        @Override
        public String name() {
            return "order";
        }

        @Override
        public Class<Reasons> type() {
            return Reasons.class;
        }

        @Override
        public List<String> documents(Event event) {
            return event instanceof PartySuspended party
                    ? List.of(party.party().value())
                    : event instanceof LotHeld held ? List.of(held.lot().value()) : List.of();
        }

        @Override
        public Reasons fold(@Nullable Reasons before, String id, Envelope envelope, Event event) {
            var reasons = new ArrayList<>(before == null ? List.<String>of() : before.reasons());
            reasons.add(event instanceof PartySuspended party ? party.reason() : ((LotHeld) event).reason());
            return new Reasons(List.copyOf(reasons));
        }
    }

    /** One event changes many documents. */
    static final class Many implements Projection<Count> {
        @Override
        public String name() {
            return "many";
        }

        @Override
        public Class<Count> type() {
            return Count.class;
        }

        @Override
        public List<String> documents(Event event) {
            int many = event instanceof LotReleased ? 12 : 2;
            var of = event instanceof PartySuspended party ? party.party().value() : "document";
            return IntStream.range(0, many).mapToObj(n -> of + "." + n).toList();
        }

        @Override
        public Count fold(@Nullable Count before, String id, Envelope envelope, Event event) {
            return new Counter().fold(before, id, envelope, event);
        }
    }
}
