package linxi.query.check;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;
import linxi.events.wire.Envelope;

/**
 * What does not fit into memory, in files of a temporary folder: each event once, and buckets of places, by hash, with
 * where the events lie that touch them. Throws {@link UncheckedIOException} where the folder cannot be used.
 */
final class Spill implements AutoCloseable {
    /** Stands for a document that is stored, instead of the offset of an event. */
    static final long STORED = -1;

    private final Path folder;
    private final Thread cleaner = new Thread(this::delete);
    private final DataOutputStream events;
    private final RandomAccessFile eventsBack;
    private final List<Bucket> buckets;
    private long end;

    Spill(int size) {
        try {
            folder = Files.createTempDirectory("linxi-verify");
            Runtime.getRuntime().addShutdownHook(cleaner);
            events = new DataOutputStream(output("events"));
            eventsBack = new RandomAccessFile(folder.resolve("events").toFile(), "r");
            buckets = IntStream.range(0, size)
                    .mapToObj(i -> new Bucket(Integer.toString(i)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OutputStream output(String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
    }

    int size() {
        return buckets.size();
    }

    Path folder() {
        return folder;
    }

    /** Notes a document that is there, whether or not an event touches it. */
    void stored(Place place) {
        bucket(place).write(place, STORED);
    }

    /** Notes an event under every place that it touches. */
    void event(Envelope envelope, List<Place> places) {
        try {
            var json = envelope.toJson();
            events.writeInt(json.length);
            events.write(json);
            places.forEach(place -> bucket(place).write(place, end));
            end += Integer.BYTES + json.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Bucket bucket(Place place) {
        return buckets.get(Math.floorMod(place.hashCode(), buckets.size()));
    }

    /** Gives every note of a bucket so far, in the order in which they came, with its offset or {@link #STORED}. */
    void read(int bucket, ObjLongConsumer<Place> reader) {
        buckets.get(bucket).read(reader);
    }

    Envelope event(long offset) {
        try {
            events.flush();
            eventsBack.seek(offset);
            var length = new byte[Integer.BYTES];
            eventsBack.readFully(length);
            var json = new byte[ByteBuffer.wrap(length).getInt()];
            eventsBack.readFully(json);
            return Envelope.fromJson(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (events;
                eventsBack) {
            buckets.forEach(Bucket::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete();
            var _ = Runtime.getRuntime().removeShutdownHook(cleaner);
        }
    }

    private void delete() {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Bucket {
        private final String name;
        private final DataOutputStream out;
        private long notes;

        Bucket(String name) {
            this.name = name;
            try {
                this.out = new DataOutputStream(output(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void write(Place place, long offset) {
            try {
                out.writeLong(offset);
                out.writeInt(place.projection());
                out.writeUTF(place.key());
                out.writeUTF(place.id());
                notes++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void read(ObjLongConsumer<Place> reader) {
            try {
                out.flush();
                try (var in =
                        new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(name))))) {
                    for (long i = 0; i < notes; i++) {
                        long offset = in.readLong();
                        reader.accept(new Place(in.readInt(), in.readUTF(), in.readUTF()), offset);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
