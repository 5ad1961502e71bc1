package linxi.command.store;

import static linxi.command.store.Held.command;
import static linxi.command.store.Held.commit;
import static linxi.command.store.Held.event;
import static linxi.command.store.Held.record;
import static linxi.command.store.Held.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import linxi.embedded.EmbeddedMongo;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A check of the whole log finds every damage, names it, and takes no consequence for a second one. */
class WholeLogIT {
    private static EmbeddedMongo server;
    private static int databases;

    private MongoClient client;
    private MongoDatabase database;
    private MongoCollection<Document> commits;
    private WholeLog log;

    @BeforeAll
    static void start() {
        server = EmbeddedMongo.inMemory();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Positions 1–3, 4–6, 7–8, 9, 10–309, 310. */
    @BeforeEach
    void write() {
        client = StoreClient.open(server.uri());
        database = client.getDatabase("whole" + ++databases);
        commits = database.getCollection("commits");
        log = new WholeLog(database);
        try (var writer = new EventLog(database, Limits.USUAL)) {
            var _ = writer.append(run("A", 0, 3));
            var _ = writer.append(run("A", 3, 3));
            var _ = writer.append(
                    new Commit(List.of(event("A", 6), event("B", 0)), "dakang", "request-7", record("k1", "A")));
            var _ = writer.append(command(record("k2", "B"), event("B", 1)));
            var _ = writer.append(run("C", 0, 300));
            var _ = writer.append(commit(event("D", 0)));
        }
        assertThat(log.verify(_ -> {}).damages()).isEmpty();
    }

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void readsEveryEventInOrder() {
        var positions = new ArrayList<Long>();
        var found = log.verify(events -> events.forEach(event -> positions.add(event.position())));
        assertThat(positions).hasSize(310).isSorted().doesNotHaveDuplicates();
        assertThat(found.commits()).isEqualTo(6);
        assertThat(found.position()).isEqualTo(310).isEqualTo(log.head());
        assertThat(found.hash()).isEqualTo(stored(310).getString("hash"));
        assertThat(log.verify(9, _ -> {}).position()).isEqualTo(9);
    }

    @Test
    void namesEveryFieldThatWasChangedInAnyWay() {
        commits.dropIndexes(); // the embedded server trips over it
        for (long first : new long[] {1, 7, 9, 310}) {
            for (var change : FieldChange.all(stored(first))) {
                replace(first, change.changed());
                var damages = log.verify(_ -> {}).damages().stream()
                        .filter(damage -> damage.position() > 0)
                        .toList();
                assertThat(damages).as("%s of commit %d", change, first).isNotEmpty();
                assertThat(damages.getFirst().position())
                        .as("%s: %s", change, damages)
                        .isEqualTo(first);
                if (change.isOfForm()) {
                    assertThat(damages.getFirst().what()).contains("'" + change.field());
                }
                restore(first, change.original());
            }
        }
    }

    @Test
    void findsACommitThatWasTakenOut() {
        for (long first : new long[] {1, 4, 10}) {
            var taken = stored(first);
            assertThat(commits.deleteOne(new Document("_id", first)).getDeletedCount())
                    .isOne();
            var damages = log.verify(_ -> {}).damages();
            assertThat(damages.getFirst().position()).isEqualTo(first);
            assertThat(damages.getFirst().what()).startsWith("no commit is here");
            var _ = commits.insertOne(taken);
        }
    }

    @Test
    void findsTwoDamagesAndNothingElse() {
        change(4, commit -> firstEvent(commit).append("data", "{}"));
        change(10, commit -> commit.append("hash", "0".repeat(64)));
        assertThat(log.verify(_ -> {}).damages())
                .extracting(Damage::position, Damage::commit)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4L, stored(4).getString("id")),
                        org.assertj.core.groups.Tuple.tuple(10L, stored(10).getString("id")));
    }

    @Test
    void findsCommitsThatChangedPlaces() {
        var one = stored(1);
        var other = stored(4);
        var _ = commits.deleteMany(new Document("_id", new Document("$in", List.of(1L, 4L))));
        var _ = commits.insertOne(new Document(one).append("_id", 4L));
        var _ = commits.insertOne(new Document(other).append("_id", 1L));
        var damages = log.verify(_ -> {}).damages();
        assertThat(damages).extracting(Damage::position).contains(1L, 4L);
        assertThat(damages).extracting(Damage::what).anyMatch(what -> what.startsWith("lot/A#000003 where 0 is next"));
    }

    /** Without the unique index nothing on the server would refuse these. */
    @Test
    void findsCopies() {
        commits.dropIndexes();
        for (Object id : new Object[] {311L, 5L, 400L, 0L, -3L, 5.5, "7", new org.bson.types.ObjectId()}) {
            var copy = new Document(stored(7)).append("_id", id);
            var _ = commits.insertOne(copy);
            var found = log.verify(_ -> {});
            assertThat(found.damages()).as("a copy at %s", id).hasSizeGreaterThan(1);
            assertThat(found.damages().toString())
                    .contains("the unique index")
                    .contains(id instanceof Long position && position > 0 ? "position " + position : "" + id);
            if (id.equals(311L) || id.equals(400L)) {
                assertThat(found.damages().toString()).contains("command/k1").contains("lot/A#000006 where 7 is next");
            }
            var _ = commits.deleteOne(new Document("_id", id));
        }
    }

    /** A whole log by somebody who knows the hash: only the streams betray it. */
    @Test
    void findsAForgedChainByItsStreams() {
        var sound = StoredCommit.from(stored(310));
        var previous = stored(10).getString("hash");
        var event = sound.events().getFirst();
        for (long sequence : new long[] {1, 7}) {
            var forged = new StoredCommit(
                    310,
                    sound.id(),
                    sound.recordedAt(),
                    sound.by(),
                    sound.correlation(),
                    record("k2", "B"),
                    List.of(new StoredEvent(
                            event.name(), event.version(), "lot/B", sequence, event.at(), event.key(), event.data())),
                    "");
            commits.dropIndexes();
            replace(310, forged.withHash(CommitHash.of(previous, forged)).toDocument());
            assertThat(log.verify(_ -> {}).damages().stream().map(Damage::toString))
                    .hasSize(3)
                    .anyMatch(what -> what.endsWith("lot/B#00000" + sequence + " where 2 is next"))
                    .anyMatch(what -> what.endsWith("a command recorded twice: command/k2"));
        }
    }

    private static Document firstEvent(Document commit) {
        return commit.getList("events", Document.class).getFirst();
    }

    private void change(long first, Consumer<Document> change) {
        var changed = stored(first);
        change.accept(changed);
        replace(first, changed);
    }

    private void replace(long first, Document changed) {
        assertThat(commits.deleteOne(new Document("_id", first)).getDeletedCount())
                .isOne();
        var _ = commits.insertOne(changed);
    }

    private void restore(long first, Document original) {
        var _ = commits.deleteMany(new Document("id", original.getString("id")));
        var _ = commits.deleteMany(new Document("_id", first));
        var _ = commits.insertOne(original);
    }

    private Document stored(long first) {
        return Objects.requireNonNull(commits.find(new Document("_id", first)).first());
    }
}
