package linxi.command.axon;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import linxi.command.household.ChangeHouseholdStatus;
import linxi.command.household.Household;
import linxi.command.household.RegisterHousehold;
import linxi.command.party.Party;
import linxi.command.party.RegisterParty;
import linxi.command.store.CommandRecord;
import linxi.command.store.EventLog;
import linxi.embedded.EmbeddedMongo;
import linxi.events.Event;
import linxi.events.HouseholdKey;
import linxi.events.HouseholdStatus;
import linxi.events.Name;
import linxi.events.PartyEvent.PartyRegistered;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import linxi.events.StreamId;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/** One instance of the command side without HTTP, on a store that tests may share; its appends can be made to fail. */
final class Edge implements AutoCloseable {
    static final Instant AT = Instant.parse("2020-05-06T07:08:09Z");
    static final PartyId BY = new PartyId("village");

    private final MongoClient client;
    private final EventLog log;
    private final FailingEngine engine;
    private final Commands commands;

    Edge(EmbeddedMongo mongo) {
        this(MongoClients.create(mongo.uri()));
    }

    /** @param client closed with this */
    Edge(MongoClient client) {
        this.client = client;
        log = new EventLog(client.getDatabase("linxi"));
        engine = new FailingEngine(log);
        var store = EmbeddedEventStore.builder().storageEngine(engine).build();
        var bus = SimpleCommandBus.builder().build();
        new AxonConfiguration().answerWithPositions(bus);
        var streams = new Streams(log, store);
        var households = new HouseholdCommands(streams);
        var parties = new PartyCommands(streams);
        var _ = bus.subscribe(ClaimDay.class.getName(), message -> {
            claim(streams, (ClaimDay) message.getPayload());
            return null;
        });
        var _ = bus.subscribe(RegisterHousehold.class.getName(), message -> {
            households.on((RegisterHousehold) message.getPayload());
            return null;
        });
        var _ = bus.subscribe(ChangeHouseholdStatus.class.getName(), message -> {
            households.on((ChangeHouseholdStatus) message.getPayload());
            return null;
        });
        var _ = bus.subscribe(RegisterParty.class.getName(), message -> {
            parties.on((RegisterParty) message.getPayload());
            return null;
        });
        commands = new Commands(DefaultCommandGateway.builder().commandBus(bus).build(), log);
    }

    private static void claim(Streams streams, ClaimDay command) {
        var tx = streams.read(command.households().stream().map(StreamId::of).toList());
        Party acting =
                Party.unknown().after(new PartyRegistered(BY, PartyKind.VILLAGE, new Name("村", null), null, null, AT));
        var events = new ArrayList<Event>();
        for (var household : command.households()) {
            var change = status(household, command.day());
            events.addAll(change.decide(tx.state(StreamId.of(household), Household.class), acting));
        }
        tx.record(events);
    }

    static ChangeHouseholdStatus status(HouseholdKey household, LocalDate day) {
        return new ChangeHouseholdStatus(household, HouseholdStatus.MARGINAL, day, day.plusDays(1), BY, AT);
    }

    EventLog log() {
        return log;
    }

    FailingEngine engine() {
        return engine;
    }

    Answer send(Object command) {
        return send(command, BY.value(), UUID.randomUUID().toString());
    }

    Answer send(Object command, @Nullable String by, String key) {
        return commands.send(new Order(command, by, key, true, new CommandRecord(key, "hash", 200, "", "id"), null));
    }

    /** The first party, and households h0, h1, … of it. */
    List<HouseholdKey> households(int count) {
        var _ = send(
                new RegisterParty(BY, PartyKind.VILLAGE, new Name("村", null), null, null, null, AT),
                null,
                UUID.randomUUID().toString());
        var keys = new ArrayList<HouseholdKey>();
        for (int i = 0; i < count; i++) {
            var key = new HouseholdKey("h" + i);
            var _ = send(new RegisterHousehold(key, BY, null, BY, AT));
            keys.add(key);
        }
        return keys;
    }

    @Override
    public void close() {
        log.close();
        client.close();
    }

    /** Fails every n-th append, in turn before it reaches the log and after it is stored. */
    static final class FailingEngine extends LogStorageEngine {
        private final AtomicInteger appends = new AtomicInteger();
        private volatile int every = Integer.MAX_VALUE;

        FailingEngine(EventLog log) {
            super(log);
        }

        void failEvery(int appendsApart) {
            every = appendsApart;
        }

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            int turn = appends.incrementAndGet();
            if (turn % every == 0 && turn / every % 2 == 0) {
                throw new InjectedFailure();
            }
            super.appendEvents(events);
            if (turn % every == 0) {
                throw new InjectedFailure();
            }
        }
    }

    /** A failure that a test asked for. */
    static final class InjectedFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
