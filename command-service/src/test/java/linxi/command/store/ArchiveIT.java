package linxi.command.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static linxi.command.store.Held.command;
import static linxi.command.store.Held.event;
import static linxi.command.store.Held.record;
import static linxi.command.store.Held.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import linxi.embedded.EmbeddedMongo;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log leaves by a file and comes back the same; a damaged file changes nothing. */
class ArchiveIT {
    /** Bytes at the beginning of a gzip file that keeps no name. */
    private static final int HEADER = 10;

    private static EmbeddedMongo server;
    private static MongoClient client;
    private static MongoDatabase source;
    private static Path file;
    private static int targets;

    @BeforeAll
    static void export(@TempDir Path folder) throws IOException {
        server = EmbeddedMongo.inMemory();
        client = StoreClient.open(server.uri());
        source = client.getDatabase("source");
        try (var log = new EventLog(source)) {
            var _ = log.append(run("A", 0, 3));
            var _ = log.append(command(record("k1", "A"), event("A", 3), event("B", 0, "裂纹 🥚 \"\u2028\\")));
            for (int i = 0; i < 40; i++) {
                var _ = log.append(run("C", i * 30L, 30));
            }
        }
        file = folder.resolve("log.gz");
        var written = new LogExport(source).write(file, false, Progress.NONE);
        var sound = new WholeLog(source).verify(_ -> {});
        assertThat(written).isEqualTo(new Archive(42, 1_205, sound.hash()));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void bringsBackTheSameLog() {
        var target = target();
        var loaded = load(file, target);
        assertThat(documents(target)).isEqualTo(documents(source)).hasSize(42);
        var found = new WholeLog(target).verify(_ -> {});
        assertThat(found.damages()).isEmpty();
        assertThat(found.hash()).isEqualTo(loaded.hash());
        try (var log = new EventLog(target)) {
            assertThat(log.answered("k1")).contains(new Answered(record("k1", "A"), 5));
            assertThat(log.append(run("A", 4, 1))).isEqualTo(new Recorded(1_206, 1_206));
        }
        assertThatExceptionOfType(CannotImport.class)
                .isThrownBy(() -> load(file, target))
                .withMessageContaining("commits");
    }

    @Test
    void importsNothingBesideOtherThings() {
        for (var name : List.of("feed", "relay", "view_sales", "snapshots", "catalog")) {
            var target = target();
            var _ = target.getCollection(name).insertOne(new Document());
            assertThatExceptionOfType(CannotImport.class)
                    .isThrownBy(() -> load(file, target))
                    .withMessageContaining(name);
            assertThat(documents(target)).isEmpty();
        }
    }

    @Test
    void replacesAFileOnlyByForce() throws IOException {
        var before = Files.readAllBytes(file);
        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> new LogExport(source).write(file, false, Progress.NONE));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        var other = file.resolveSibling("other.gz");
        Files.writeString(other, "x");
        var _ = new LogExport(source).write(other, true, Progress.NONE);
        assertThat(load(other, target()).position()).isEqualTo(1_205);
    }

    /** A full disk looks like this: the file cannot be written to its end. */
    @Test
    void leavesNoHalfFile() throws IOException {
        var folder = Files.createDirectory(file.resolveSibling("half"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new LogExport(source).write(folder.resolve("log.gz"), false, (position, _) -> {
                    if (position > 600) {
                        throw new IllegalArgumentException("no more");
                    }
                }));
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void exportsNoDamagedLog() throws IOException {
        var damaged = target();
        var _ = load(file, damaged);
        var _ = damaged.getCollection("commits")
                .updateOne(new Document("_id", 6L), new Document("$set", new Document("by", "yonghui")));
        var out = file.resolveSibling("damaged.gz");
        assertThatExceptionOfType(DamagedArchive.class)
                .isThrownBy(() -> new LogExport(damaged).write(out, false, Progress.NONE))
                .withMessageContaining("position 6");
        assertThat(out).doesNotExist();
    }

    @Test
    void refusesAFileWithAnyByteChangedOrCutOff() throws IOException {
        long seed = System.nanoTime();
        System.out.println("refusesAFileWithAnyByteChangedOrCutOff: seed " + seed);
        var random = new Random(seed);
        var target = target();
        var bytes = Files.readAllBytes(file);
        for (int i = 0; i < 150; i++) {
            // The header, the trailer and places in between.
            int at = i < 20 ? i : i < 40 ? bytes.length - 40 + i : random.nextInt(bytes.length);
            var flipped = bytes.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            // Text that repeats itself can be compressed in several ways, and the last bits of it mean nothing.
            if (at < HEADER || !Arrays.equals(text(flipped), text(bytes))) {
                refuse(flipped, target, "byte " + at);
            }
            if (i % 4 == 0) {
                refuse(Arrays.copyOf(bytes, at), target, "cut at " + at);
            }
        }
        refuse(Arrays.copyOf(bytes, bytes.length + 1), target, "something behind it");
        refuse(new byte[0], target, "empty");
        refuse("not gzip".getBytes(UTF_8), target, "not gzip");
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        refuseLines(
                1, lines -> lines.set(0, lines.getFirst().replace("\"$numberInt\": \"1\"", "\"$numberInt\": \"2\"")));
        refuseLines(1, lines -> lines.set(0, "{}"));
        refuseLines(3, lines -> lines.remove(2));
        refuseLines(4, lines -> lines.add(3, lines.get(2)));
        refuseLines(3, lines -> Collections.swap(lines, 2, 3));
        refuseLines(3, lines -> lines.set(2, lines.get(2).replace("裂纹", "裂缝")));
        refuseLines(3, lines -> lines.set(2, lines.get(2).replace("\"n\":", "\"n\" :")));
        refuseLines(3, lines -> lines.set(2, lines.get(2).replaceFirst("\\{", "{\"paid\": true, ")));
        refuseLines(5, lines -> lines.set(4, lines.get(4).substring(1)));
        refuseLines(5, lines -> lines.set(4, "x".repeat(ArchiveLine.LONGEST + 1)));
        refuseLines(44, lines -> lines.removeLast());
        refuseLines(44, lines -> lines.set(43, lines.getLast().replace("42", "43")));
        refuseLines(45, lines -> lines.add(lines.getLast()));
        refuseLines(45, lines -> lines.add(""));
    }

    /** At every batch border that there is, and from the mark alone. */
    @Test
    void takesUpAnImportThatWasInterrupted() {
        for (int stored : new int[] {0, 1, 17, 42}) {
            var target = target();
            new UnfinishedImport(target)
                    .put(new Archive(
                            42,
                            1_205,
                            String.valueOf(documents(source).getLast().getString("hash"))));
            if (stored > 0) {
                var _ = target.getCollection("commits")
                        .insertMany(documents(source).subList(0, stored));
            }
            assertThat(new WholeLog(target).verify(_ -> {}).isSound()).isFalse();
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> EventLog.requireWhole(target))
                    .withMessageContaining("not finished");
            try (var log = new EventLog(target)) {
                assertThatExceptionOfType(StoreAway.class).isThrownBy(() -> log.tail(0, 10));
            }
            var _ = load(file, target);
            assertThat(documents(target)).isEqualTo(documents(source));
            EventLog.requireWhole(target);
        }
    }

    @Test
    void leavesTheMarkWhereItBreaksOff() {
        var target = target();
        var lines = new AtomicLong();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new LogImport(target).load(file, Progress.NONE, (_, _) -> {
                    if (lines.incrementAndGet() == 20) {
                        throw new IllegalArgumentException("the power is gone");
                    }
                }));
        assertThat(new UnfinishedImport(target).isThere()).isTrue();
        var _ = load(file, target);
        assertThat(documents(target)).isEqualTo(documents(source));
    }

    @Test
    void doesNotTakeUpOverSomethingElse() {
        var target = target();
        var archive = new Archive(42, 1_205, documents(source).getLast().getString("hash"));
        new UnfinishedImport(target).put(archive);
        var _ = target.getCollection("commits")
                .insertOne(new Document(documents(source).getFirst()).append("by", "yonghui"));
        assertThatExceptionOfType(CannotImport.class).isThrownBy(() -> load(file, target));
        var another = target();
        new UnfinishedImport(another).put(new Archive(41, 1_205, archive.hash()));
        assertThatExceptionOfType(CannotImport.class).isThrownBy(() -> load(file, another));
        assertThat(documents(another)).isEmpty();
    }

    private static void refuseLines(long line, Consumer<List<String>> change) throws IOException {
        var lines = new ArrayList<String>();
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            lines.addAll(new String(in.readAllBytes(), UTF_8).lines().toList());
        }
        var before = List.copyOf(lines);
        change.accept(lines);
        assertThat(lines).isNotEqualTo(before);
        var changed = Files.createTempFile(file.getParent(), "changed", ".gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(changed))) {
            for (var text : lines) {
                out.write((text + "\n").getBytes(UTF_8));
            }
        }
        var target = target();
        assertThatExceptionOfType(DamagedArchive.class)
                .isThrownBy(() -> load(changed, target))
                .satisfies(damaged ->
                        assertThat(damaged.line()).as(damaged.getMessage()).isEqualTo(line))
                .withMessageStartingWith("line " + line + ": ");
        assertThat(target.listCollectionNames()).isEmpty();
    }

    /** What the file says, and nothing of one that cannot be read. */
    private static byte[] text(byte[] file) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return in.readAllBytes();
        } catch (IOException _) {
            return new byte[0];
        }
    }

    private static void refuse(byte[] bytes, MongoDatabase target, String what) throws IOException {
        var changed = Files.write(file.resolveSibling("changed.gz"), bytes);
        assertThatExceptionOfType(DamagedArchive.class).as(what).isThrownBy(() -> load(changed, target));
        assertThat(target.listCollectionNames()).isEmpty();
    }

    private static Archive load(Path from, MongoDatabase target) {
        return new LogImport(target).load(from, Progress.NONE, Progress.NONE);
    }

    private static List<Document> documents(MongoDatabase database) {
        return database.getCollection("commits")
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    private static MongoDatabase target() {
        return client.getDatabase("target" + ++targets);
    }
}
