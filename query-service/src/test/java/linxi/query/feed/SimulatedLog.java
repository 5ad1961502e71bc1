package linxi.query.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import linxi.events.wire.Envelope;

/** The topic's partitions, and a relay that sends, fails, repeats and finds that the log has lost its tail. */
final class SimulatedLog {
    private static final int ORIGINS = 7;

    private final Random random;
    private final Bugs bugs;
    private final List<List<Envelope>> sent = new ArrayList<>();
    private final List<List<Received>> partitions = new ArrayList<>();
    private final List<Integer> stored = new ArrayList<>();
    private final List<Long> storedEnds = new ArrayList<>();
    private long position;

    SimulatedLog(int partitions, Random random, Bugs bugs) {
        this.bugs = bugs;
        this.random = random;
        for (int partition = 0; partition < partitions; partition++) {
            sent.add(new ArrayList<>());
            this.partitions.add(new ArrayList<>());
            stored.add(0);
            storedEnds.add(0L);
        }
    }

    /** New events, and a relay batch of everything not yet known to be sent, with what can go wrong with it. */
    void grow() {
        for (int events = random.nextInt(12); events > 0; events--) {
            var envelope = Samples.envelope(++position, ORIGINS, random);
            bugs.perhaps(envelope);
            sent.get(Math.floorMod(envelope.key().hashCode(), sent.size())).add(envelope);
        }
        for (int partition = 0; partition < sent.size(); partition++) {
            for (int failures = random.nextInt(3); failures > 0; failures--) {
                send(partition, 0.5);
            }
            send(partition, 1);
            if (random.nextInt(4) > 0) {
                store(partition);
            }
        }
    }

    /**
     * What every relay comes to, wherever it failed: its state says what the log has. Until then a consumer that had read
     * as far before a tail was lost and grew again as long cannot know that there is anything new.
     */
    void settle() {
        for (int partition = 0; partition < sent.size(); partition++) {
            store(partition);
        }
    }

    private void store(int partition) {
        stored.set(partition, sent.get(partition).size());
        storedEnds.set(partition, end(partition));
    }

    /** A power cut: the last records are gone, and the relay goes back as far at its next start. */
    void loseTail() {
        for (int partition = 0; partition < partitions.size(); partition++) {
            var log = partitions.get(partition);
            int keep = Math.max(0, log.size() - random.nextInt(20));
            log.subList(keep, log.size()).clear();
            var all = sent.get(partition);
            stored.set(partition, whole(log, all));
            storedEnds.set(partition, end(partition));
        }
    }

    /** How many events the log still holds without a gap. */
    private static int whole(List<Received> log, List<Envelope> all) {
        int whole = 0;
        while (whole < all.size()) {
            long wanted = all.get(whole).position();
            if (log.stream().noneMatch(record -> record.position() == wanted)) {
                break;
            }
            whole++;
        }
        return whole;
    }

    private void send(int partition, double success) {
        var all = sent.get(partition);
        for (int i = stored.get(partition); i < all.size(); i++) {
            if (random.nextDouble() < success) {
                long previous = i == 0 ? 0 : all.get(i - 1).position();
                append(partition, all.get(i), previous);
            }
        }
    }

    private void append(int partition, Envelope envelope, long previous) {
        var log = partitions.get(partition);
        log.add(new Received(
                partition,
                log.size(),
                envelope.position(),
                previous,
                Unit.of(envelope.key(), envelope.aggregate()),
                () -> read(envelope)));
    }

    private Incoming read(Envelope envelope) {
        return Received.reading(envelope.position(), () -> {
            bugs.reading(envelope.position());
            return Incoming.of(envelope);
        });
    }

    long end(int partition) {
        return partitions.get(partition).size();
    }

    List<Received> read(int partition, long from, int limit) {
        var log = partitions.get(partition);
        return List.copyOf(log.subList((int) from, (int) Math.min(log.size(), from + limit)));
    }

    /** As the relay stores it. */
    Map<Integer, RelayEnd> relay() {
        var ends = new HashMap<Integer, RelayEnd>();
        for (int partition = 0; partition < size(); partition++) {
            int known = stored.get(partition);
            long last = known == 0 ? 0 : sent.get(partition).get(known - 1).position();
            ends.put(partition, new RelayEnd(last, storedEnds.get(partition)));
        }
        return ends;
    }

    int size() {
        return partitions.size();
    }

    /** The last of them up to a position. */
    List<Incoming> last(int partition, long position, int most) {
        var reached = sent.get(partition).stream()
                .takeWhile(envelope -> envelope.position() <= position)
                .map(Incoming::of)
                .toList();
        return reached.subList(Math.max(0, reached.size() - most), reached.size());
    }

    /** Every event once, in order, without a fault: what the documents must say in the end. */
    List<Incoming> everything() {
        return sent.stream().flatMap(List::stream).map(Incoming::of).toList();
    }

    long last(int partition) {
        var all = sent.get(partition);
        return all.isEmpty() ? 0 : all.getLast().position();
    }
}
