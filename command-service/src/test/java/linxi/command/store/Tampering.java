package linxi.command.store;

import static linxi.command.store.Held.command;
import static linxi.command.store.Held.event;
import static linxi.command.store.Held.record;
import static linxi.command.store.Held.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.bson.BsonBinaryReader;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever changes a stored commit is found out. */
interface Tampering {
    EventLog log();

    MongoDatabase database();

    @Test
    default void findsEachFieldThatWasChanged() {
        write();
        for (var change : changes().entrySet()) {
            var changed = stored(7);
            change.getValue().accept(changed);
            tamper(7, change.getKey(), changed);
        }
        assertThat(commits().findOneAndDelete(new Document("_id", 7L))).isNotNull();
        assertThat(damaged()).first().isEqualTo(7L);
    }

    /** No gap tells of it: the log just seems to end before it. */
    @Test
    default void findsTheLastCommitWhereNoLogEverGets() {
        write();
        tamper(9, "_id", stored(9).append("_id", Commits.FURTHEST + 1));
    }

    /** Of the document as it is stored; a change that leaves nothing readable cannot be stored, so it is left out. */
    @Test
    default void findsAnyByteThatWasChanged() {
        write();
        long seed = System.nanoTime();
        System.out.println("findsAnyByteThatWasChanged: seed " + seed);
        var random = new Random(seed);
        int tampered = 0;
        for (int i = 0; i < 300; i++) {
            long first = new long[] {1, 4, 7, 9}[random.nextInt(4)];
            var flipped = flipped(stored(first), random);
            // At another's place it could not be stored at all.
            boolean taken =
                    flipped != null && List.of(1L, 4L, 7L, 9L).contains(place(flipped)) && place(flipped) != first;
            if (flipped != null && !taken) {
                tamper(first, "byte " + i, flipped);
                tampered++;
            }
        }
        assertThat(tampered).isGreaterThan(100);
    }

    private static long place(Document commit) {
        return commit.get("_id") instanceof Number number ? number.longValue() : 0;
    }

    private static Map<String, Consumer<Document>> changes() {
        var changes = new LinkedHashMap<String, Consumer<Document>>();
        changes.put("_id", commit -> commit.append("_id", 8L));
        changes.put("n", commit -> commit.append("n", 3));
        changes.put("type of n", commit -> commit.append("n", 2L));
        changes.put("id", commit -> commit.append("id", "another"));
        changes.put("keys", commit -> commit.append("keys", List.of("lot/A#000006", "lot/B#000000")));
        changes.put("recordedAt", commit -> commit.append("recordedAt", Date.from(Instant.EPOCH)));
        changes.put("by", commit -> commit.append("by", "yonghui"));
        changes.put("no by", commit -> commit.remove("by"));
        changes.put("correlation", commit -> commit.append("correlation", "request-8"));
        changes.put("status", commit -> commit.get("command", Document.class).append("status", 200));
        changes.put("hash", commit -> commit.append("hash", "0".repeat(64)));
        changes.put("another field", commit -> commit.append("paid", true));
        for (var field : List.of("name", "aggregate", "key", "data")) {
            changes.put(
                    field,
                    commit -> event(commit).append(field, "x" + event(commit).getString(field)));
        }
        changes.put("version", commit -> event(commit).append("version", 2));
        changes.put("sequence", commit -> event(commit).append("sequence", 7L));
        changes.put("at", commit -> event(commit).append("at", "2026-05-01T08:00:00.123456788Z"));
        changes.put("form of at", commit -> event(commit).append("at", "2026-05-01T10:00:00.123456789+02:00"));
        changes.put(
                "order",
                commit -> commit.append(
                        "events", commit.getList("events", Document.class).reversed()));
        return changes;
    }

    private static Document event(Document commit) {
        return commit.getList("events", Document.class).getFirst();
    }

    private void write() {
        var _ = log().append(run("A", 0, 3));
        var _ = log().append(run("A", 3, 3));
        var _ = log().append(new Commit(
                List.of(Held.event("A", 6), Held.event("B", 0)), "dakang", "request-7", record("k1", "A")));
        var _ = log().append(command(record("k2", "B"), Held.event("B", 1)));
        var sound = log().verify();
        assertThat(sound.isSound()).as(sound.toString()).isTrue();
        assertThat(sound.position()).isEqualTo(9);
        assertThat(sound.commits()).isEqualTo(4);
        commits().dropIndexes();
        assertThat(log().verify().damages()).singleElement().matches(damage -> damage.position() == 0);
    }

    private void tamper(long first, String what, Document changed) {
        var original = stored(first);
        swap(original, changed);
        assertThat(damaged())
                .as("%s: %s", what, changed)
                .isNotEmpty()
                .first()
                .satisfies(position -> assertThat(position).isLessThanOrEqualTo(first));
        swap(changed, original);
        assertThat(damaged()).isEmpty();
    }

    /** Without the index, which cannot be there while documents are tampered with: the embedded server trips over it. */
    private List<Long> damaged() {
        return log().verify().damages().stream()
                .filter(damage -> !damage.what().contains("unique index"))
                .map(Damage::position)
                .toList();
    }

    private void swap(Document from, Document to) {
        assertThat(commits().deleteOne(new Document("_id", from.get("_id"))).getDeletedCount())
                .isOne();
        var _ = commits().insertOne(to);
    }

    private Document stored(long first) {
        return Objects.requireNonNull(commits().find(new Document("_id", first)).first());
    }

    private MongoCollection<Document> commits() {
        return database().getCollection("commits");
    }

    private static @Nullable Document flipped(Document original, Random random) {
        var raw = new RawBsonDocument(original, new DocumentCodec());
        var buffer = raw.getByteBuffer();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        bytes[4 + random.nextInt(bytes.length - 5)] ^= (byte) (1 << random.nextInt(8));
        try (var reader = new BsonBinaryReader(java.nio.ByteBuffer.wrap(bytes))) {
            var changed =
                    new DocumentCodec().decode(reader, DecoderContext.builder().build());
            // Only what comes back as it went in says anything about the log.
            var again = new ArrayList<>(changed.keySet());
            return changed.equals(original)
                            || !again.contains("_id")
                            || changed.toString().indexOf('\uFFFD') >= 0
                    ? null
                    : changed;
        } catch (RuntimeException unreadable) {
            return null;
        }
    }
}
