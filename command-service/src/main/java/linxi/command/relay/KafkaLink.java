package linxi.command.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kafka, as long as all goes well with it: after any failure the relay makes a new one and looks what is there. */
final class KafkaLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaLink.class);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final RelaySettings settings;
    private final Topic topic;
    private final KafkaProducer<byte[], byte[]> producer;

    private KafkaLink(RelaySettings settings, Topic topic) {
        this.settings = settings;
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                KafkaSettings.producer(settings), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** @throws WrongTopic where the topic has another number of partitions */
    static KafkaLink open(RelaySettings settings) throws InterruptedException {
        var topic = new Topic(settings);
        try {
            topic.ensure();
            return new KafkaLink(settings, topic);
        } catch (RuntimeException | InterruptedException e) {
            topic.close();
            throw e;
        }
    }

    /**
     * What of a state still holds: Kafka may have lost the end of a partition, as by a power cut.
     *
     * @param surplus judges what is there beyond the state
     * @param keepAlive run again and again, as this may take long
     */
    RelayState confirm(RelayState state, Surplus surplus, Runnable keepAlive) throws InterruptedException {
        var ends = topic.ends();
        try (var sent = new SentRecords(settings, keepAlive)) {
            var reached = new ArrayList<>(state.partitions());
            long position = state.position();
            var cut = cutShort(state, ends, sent);
            requireOfThisLog(unaccounted(state, ends, cut), ends, sent, surplus);
            for (int p : cut) {
                var left = new Reached(sent.lastInOrder(p, ends.get(p)), ends.get(p));
                reached.set(p, left);
                position = Math.min(position, left.last());
            }
            return new RelayState(position, reached, state.revision());
        } catch (KafkaException e) {
            throw new KafkaAway("reading back what was sent: " + e.getMessage(), e);
        }
    }

    /** By partition, the offset from which on it may hold anything. */
    private static Map<Integer, Long> unaccounted(RelayState state, List<Long> ends, List<Integer> cut) {
        var from = new TreeMap<Integer, Long>();
        for (int p = 0; p < ends.size(); p++) {
            long known = cut.contains(p) ? 0 : state.partitions().get(p).end();
            if (known < ends.get(p)) {
                from.put(p, known);
            }
        }
        return from;
    }

    /** The last records first: where the store was set back, they alone tell, however much is there. */
    private static void requireOfThisLog(Map<Integer, Long> from, List<Long> ends, SentRecords sent, Surplus surplus) {
        var lasts = new TreeMap<Integer, Long>();
        from.keySet().forEach(p -> lasts.put(p, ends.get(p) - 1));
        sent.positionsAt(lasts).forEach(surplus::checkReached);
        from.forEach((p, offset) -> sent.read(p, offset, ends.get(p), surplus::check));
    }

    /** By length, and by the last record: what was lost may have been written over with later ones. */
    private static List<Integer> cutShort(RelayState state, List<Long> ends, SentRecords sent) {
        var expected = new TreeMap<Integer, Long>();
        var cut = new ArrayList<Integer>();
        for (int p = 0; p < ends.size(); p++) {
            var stored = state.partitions().get(p);
            if (ends.get(p) < stored.end()) {
                cut.add(p);
            } else if (stored.end() > 0 && stored.last() > 0) {
                expected.put(p, stored.end() - 1);
            }
        }
        sent.positionsAt(expected).forEach((p, position) -> {
            if (position != state.partitions().get(p).last()) {
                cut.add(p);
            }
        });
        return cut;
    }

    /** @throws KafkaAway where the log of a partition is shorter than it was */
    void checkNothingIsLost(RelayState state) throws InterruptedException {
        var ends = topic.ends();
        for (int p = 0; p < ends.size(); p++) {
            requireInOrder(p, ends.get(p), state.partitions().get(p).end());
        }
    }

    /**
     * Sends and waits until Kafka has all of it.
     *
     * @return the state once it is stored
     * @throws KafkaAway where one record is not acknowledged; any of the others may be in Kafka nevertheless
     */
    RelayState send(Batch batch, RelayState state) throws InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>();
        try {
            for (var record : batch.records()) {
                var future = producer.send(record);
                sent.add(future);
                if (future.isDone()) {
                    // It knows already: without a broker each send blocks for seconds and then fails like this.
                    var _ = future.get();
                }
            }
            producer.flush();
            var reached = new ArrayList<>(state.partitions());
            for (var acknowledged : sent) {
                var at = acknowledged.get();
                requireInOrder(
                        at.partition(), at.offset(), reached.get(at.partition()).end());
                reached.set(at.partition(), new Reached(batch.lasts().get(at.partition()), at.offset() + 1));
            }
            return new RelayState(batch.position(), reached, state.revision());
        } catch (ExecutionException e) {
            throw new KafkaAway("sending: " + e.getMessage(), e);
        } catch (KafkaException e) {
            throw new KafkaAway("sending: " + e.getMessage(), e);
        }
    }

    /**
     * A broker that was set back gives out producer ids anew. Then it may take one producer's batch for the continuation
     * of another's, and acknowledge the second batch before the first.
     */
    private static void requireInOrder(int partition, long offset, long end) {
        if (offset < end) {
            throw new KafkaAway(
                    "partition " + partition + " was written up to " + end + " and then at " + offset,
                    new IllegalStateException("Kafka has lost or reordered acknowledged records"));
        }
    }

    /** Also on an interrupted thread, which Kafka's clients themselves do not; it is interrupted afterwards as before. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        interrupted |= isHurried(() -> producer.close(CLOSING));
        interrupted |= isHurried(topic::close);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was told to hurry meanwhile: what has to be released after it must be all the same. */
    private static boolean isHurried(Runnable close) {
        try {
            close.run();
            return false;
        } catch (InterruptException e) {
            LOG.debug("closed in a hurry", e);
            var _ = Thread.interrupted();
            return true;
        } catch (KafkaException e) {
            LOG.warn("a Kafka client did not close well: {}", e.getMessage());
            return false;
        }
    }
}
