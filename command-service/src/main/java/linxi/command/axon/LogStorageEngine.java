package linxi.command.axon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import linxi.command.store.CommandRecord;
import linxi.command.store.Commit;
import linxi.command.store.EventLog;
import linxi.command.store.NewEvent;
import linxi.command.store.Recorded;
import linxi.events.Event;
import linxi.events.StreamId;
import linxi.events.wire.Envelope;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands what a unit of work published over to the log, as one commit, with what the command's metadata says of it. */
@Component
class LogStorageEngine implements EventStorageEngine {
    /** The resource of the unit of work in which the position of its commit is awaited. */
    static final String RECORDED = "linxi.recorded";

    /** The resource that says that the commit may only be the first of the log. */
    static final String OPENING = "linxi.opening";

    private static final int PAGE = 500;

    private final EventLog log;

    LogStorageEngine(EventLog log) {
        this.log = log;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        var work = CurrentUnitOfWork.get();
        var metadata = work.getMessage().getMetaData();
        var commit = new Commit(
                events.stream().map(LogStorageEngine::newEvent).toList(),
                (String) metadata.get(Commands.BY),
                (String) metadata.get(Commands.CORRELATION),
                (CommandRecord) metadata.get(Commands.COMMAND));
        boolean opening = work.resources().containsKey(OPENING);
        var recorded = opening ? log.appendFirst(commit) : log.append(commit);
        AtomicReference<@Nullable Recorded> awaited = work.getResource(RECORDED);
        if (awaited != null && !awaited.compareAndSet(null, recorded)) {
            throw new IllegalStateException("a unit of work makes one commit");
        }
    }

    private static NewEvent newEvent(EventMessage<?> message) {
        var event = (DomainEventMessage<?>) message;
        return new NewEvent((Event) event.getPayload(), event.getSequenceNumber());
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken after, boolean mayBlock) {
        long start = after == null ? 0 : after.position().orElseThrow();
        return Stream.iterate(
                        log.tail(start, PAGE),
                        page -> !page.isEmpty(),
                        page -> log.tail(page.getLast().position(), PAGE))
                .flatMap(List::stream)
                .map(envelope -> new GenericTrackedDomainEventMessage<>(
                        new GlobalSequenceTrackingToken(envelope.position()), message(envelope)));
    }

    @Override
    public DomainEventStream readEvents(String aggregate, long first) {
        var stream = StreamId.parse(aggregate);
        return DomainEventStream.of(log.read(Map.of(stream, first)).getOrDefault(stream, List.of()).stream()
                .map(LogStorageEngine::message)
                .toList());
    }

    private static DomainEventMessage<Event> message(Envelope envelope) {
        return new GenericDomainEventMessage<>(
                envelope.stream().type(),
                envelope.aggregate(),
                envelope.sequence(),
                envelope.event(),
                MetaData.emptyInstance(),
                "position-" + envelope.position(),
                envelope.recordedAt());
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("Streams keeps snapshots, not Axon");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
        return Optional.empty();
    }
}
