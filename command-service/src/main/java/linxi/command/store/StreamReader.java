package linxi.command.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import linxi.events.StreamId;
import linxi.events.wire.Envelope;

/**
 * Reads streams by naming the places wanted next, for sequences have no gaps: an equality on the unique index, which
 * every server answers by it (the embedded one scans for a range of keys).
 */
final class StreamReader {
    private static final int FIRST_PAGE = 8;
    private static final int LARGEST_PAGE = 512;

    private final Commits commits;
    private final Map<String, TreeMap<Long, Envelope>> found = new HashMap<>();
    private final Map<String, Long> next = new HashMap<>();

    private StreamReader(Commits commits) {
        this.commits = commits;
    }

    static Map<StreamId, List<Envelope>> read(Commits commits, Map<StreamId, Long> fromSequence) {
        var reader = new StreamReader(commits);
        fromSequence.forEach((stream, from) -> {
            reader.found.put(stream.toString(), new TreeMap<>());
            reader.next.put(stream.toString(), from);
        });
        for (int page = FIRST_PAGE; !reader.next.isEmpty(); page = Math.min(page * 4, LARGEST_PAGE)) {
            reader.page(page);
        }
        Map<StreamId, List<Envelope>> streams = new HashMap<>();
        fromSequence.forEach((stream, from) -> streams.put(stream, reader.gapless(stream, from)));
        return streams;
    }

    private void page(int size) {
        var keys = new ArrayList<String>(next.size() * size);
        next.forEach((stream, from) -> {
            for (long sequence = from; sequence < from + size; sequence++) {
                keys.add(StoredEvent.storeKey(stream, sequence));
            }
        });
        for (var some : Pages.of(keys)) {
            for (var document : commits.holding(some)) {
                keep(StoredCommit.from(document));
            }
        }
        next.entrySet().removeIf(stream -> !advance(stream, size));
    }

    private void keep(StoredCommit commit) {
        for (int i = 0; i < commit.events().size(); i++) {
            var event = commit.events().get(i);
            var stream = found.get(event.aggregate());
            if (stream != null) {
                stream.put(event.sequence(), commit.envelope(i));
            }
        }
    }

    /**
     * A stream that filled its page goes on behind what it got without a hole. Places further on may be there already,
     * from commits that another stream of the same reading brought along: they say nothing of those in between.
     */
    private boolean advance(Map.Entry<String, Long> stream, int size) {
        var got = found.getOrDefault(stream.getKey(), new TreeMap<>());
        long from = stream.getValue();
        if (!got.containsKey(from + size - 1)) {
            return false;
        }
        long next = from + size;
        while (got.containsKey(next)) {
            next++;
        }
        var _ = stream.setValue(next);
        return true;
    }

    /** What was stored while the pages ran may stand behind a hole that is filled by now: it is left for next time. */
    private List<Envelope> gapless(StreamId stream, long from) {
        var events = new ArrayList<Envelope>();
        long expected = from;
        for (var event : found.getOrDefault(stream.toString(), new TreeMap<>())
                .tailMap(from)
                .values()) {
            if (event.sequence() != expected) {
                break;
            }
            events.add(event);
            expected++;
        }
        return events;
    }
}
