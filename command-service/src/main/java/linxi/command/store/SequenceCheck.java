package linxi.command.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether each stream counts on without gap or repeat, for any number of streams in a small memory: places are written
 * to files of a temporary folder by a hash of their stream, 32 bytes each, and checked file by file, a long file in
 * several goes. A command's key counts as a stream with one place.
 */
final class SequenceCheck implements AutoCloseable {
    private static final int BUCKETS = 256;
    private static final int PLACE_BYTES = 4 * Long.BYTES;

    /** About 120 bytes each while they are checked. */
    private static final int STREAMS_AT_ONCE = 1 << 16;

    private final int streamsAtOnce;
    private final Path folder;
    private final List<DataOutputStream> buckets = new ArrayList<>();
    private int mostHeld;

    /** @throws UncheckedIOException where the temporary folder cannot be written, as from every method */
    SequenceCheck() {
        this(STREAMS_AT_ONCE);
    }

    SequenceCheck(int streamsAtOnce) {
        this.streamsAtOnce = streamsAtOnce;
        try {
            folder = Files.createTempDirectory("linxi-sequences");
            for (int i = 0; i < BUCKETS; i++) {
                buckets.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file(i)))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void take(StoredCommit commit) {
        try {
            for (int i = 0; i < commit.events().size(); i++) {
                var event = commit.events().get(i);
                put(event.aggregate(), event.sequence(), commit.first() + i);
            }
            if (commit.command() != null) {
                put(StoredCommit.commandKey(commit.command().key()), 0, -commit.first());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command is told from an event by its negative position. */
    private void put(String stream, long sequence, long position) throws IOException {
        var hash = ByteBuffer.wrap(CommitHash.sha256().digest(stream.getBytes(UTF_8)));
        long high = hash.getLong();
        var bucket = buckets.get((int) Math.floorMod(high, (long) BUCKETS));
        bucket.writeLong(high);
        bucket.writeLong(hash.getLong());
        bucket.writeLong(sequence);
        bucket.writeLong(position);
    }

    /** Reports each place that does not follow the one before it in its stream; afterwards nothing more can be taken. */
    void finish(Broken broken) {
        try {
            for (int i = 0; i < BUCKETS; i++) {
                buckets.get(i).close();
                // There are no more streams than places, and the hash spreads them evenly.
                long goes = Files.size(file(i)) / PLACE_BYTES / streamsAtOnce + 1;
                for (long go = 0; go < goes; go++) {
                    try (var places = new DataInputStream(new BufferedInputStream(Files.newInputStream(file(i))))) {
                        check(places, goes, go, broken);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(DataInputStream places, long goes, long go, Broken broken) throws IOException {
        Map<Stream, Long> next = new HashMap<>();
        while (true) {
            Stream stream;
            try {
                stream = new Stream(places.readLong(), 0);
            } catch (EOFException end) {
                mostHeld = Math.max(mostHeld, next.size());
                return;
            }
            stream = new Stream(stream.high(), places.readLong());
            long sequence = places.readLong();
            long position = places.readLong();
            if (Math.floorMod(stream.low(), goes) != go) {
                continue;
            }
            long expected = next.getOrDefault(stream, 0L);
            if (position < 0) {
                if (expected > 0) {
                    broken.repeated(-position);
                }
            } else if (sequence != expected) {
                broken.misplaced(position, sequence, expected);
            }
            next.put(stream, Math.max(sequence, expected - 1) + 1);
        }
    }

    /** The most streams that were in memory at once. */
    int mostHeld() {
        return mostHeld;
    }

    @Override
    public void close() {
        try {
            for (int i = 0; i < buckets.size(); i++) {
                buckets.get(i).close();
                Files.deleteIfExists(file(i));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int bucket) {
        return folder.resolve(Integer.toString(bucket));
    }

    /** The first 128 bits of the SHA-256 of its name. */
    private record Stream(long high, long low) {}

    /** Told of each place that is not the next one of its stream. */
    interface Broken {
        /** The event at this position does not follow the one before it in its stream. */
        void misplaced(long position, long sequence, long expected);

        /** The commit that begins at this position holds the key of a command that was recorded before. */
        void repeated(long position);
    }
}
