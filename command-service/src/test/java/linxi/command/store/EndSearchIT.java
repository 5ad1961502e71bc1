package linxi.command.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Random;
import linxi.embedded.EmbeddedMongo;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EndSearchIT {
    private static EmbeddedMongo server;
    private static MongoClient client;

    private MongoDatabase database;
    private final Random random = new Random(20_201_123);

    @BeforeAll
    static void start() {
        server = EmbeddedMongo.inMemory();
        client = MongoClients.create(server.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @BeforeEach
    void clear() {
        database = client.getDatabase("ends");
        database.drop();
    }

    @Test
    void findsTheEndOfALogOfAnyShape() {
        assertThat(new Commits(database).last()).isEqualTo(Head.EMPTY);
        for (int log = 0; log < 60; log++) {
            collection().drop();
            int largest = log % 3 == 0 ? 1 : log % 3 == 1 ? 40 : Limits.COMMIT_EVENTS;
            var end = write(1, 1 + random.nextInt(200), largest);
            assertThat(new Commits(database).last()).as("log %d", log).isEqualTo(end);
        }
    }

    /** Of the largest commits there is just one place in each look. */
    @Test
    void findsTheEndBehindLargestCommits() {
        for (int commits = 1; commits < 20; commits++) {
            collection().drop();
            var end = Head.EMPTY;
            for (int i = 0; i < commits; i++) {
                end = insert(end.position() + 1, Limits.COMMIT_EVENTS);
            }
            assertThat(new Commits(database).last()).isEqualTo(end);
        }
    }

    @Test
    void doesNotLetALogGrowIntoAGap() {
        var before = write(1, 50, 40);
        var end = write(before.position() + 3, 50, 40);
        assertThat(new Commits(database).last()).isEqualTo(end);

        collection().deleteOne(new Document("_id", 1L));
        assertThat(new Commits(database).last()).isEqualTo(end);
    }

    private Head write(long from, int commits, int largest) {
        var end = new Head(from - 1, "");
        for (int i = 0; i < commits; i++) {
            end = insert(end.position() + 1, 1 + random.nextInt(largest));
        }
        return end;
    }

    private Head insert(long first, int events) {
        var end = new Head(first + events - 1, "hash " + first);
        var _ = collection()
                .insertOne(new Document("_id", first).append("n", events).append("hash", end.hash()));
        return end;
    }

    private MongoCollection<Document> collection() {
        return database.getCollection("commits");
    }
}
