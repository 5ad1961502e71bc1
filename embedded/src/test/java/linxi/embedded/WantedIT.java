package linxi.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One of many values: what is found is what MongoDB finds, once each, with an index and without. */
class WantedIT {
    @Test
    void aDocumentThatHoldsSeveralOfThemComesOnce() {
        within(commits -> {
            var _ = commits.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
            put(commits, new Document("_id", 1L).append("keys", List.of("lot/A#0", "lot/A#1", "lot/B#0")));
            put(commits, new Document("_id", 4L).append("keys", List.of("lot/A#2")));
            assertThat(found(commits, "keys", "lot/A#0", "lot/A#1", "lot/A#2", "lot/A#3"))
                    .containsExactlyInAnyOrder(1L, 4L);
            assertThat(found(commits, "keys", "lot/B#1")).isEmpty();
        });
    }

    @Test
    void numbersAreEqualByValueWhateverTheirType() {
        within(commits -> {
            put(commits, new Document("_id", 1L).append("n", 7));
            put(commits, new Document("_id", 2L).append("n", 7L));
            put(commits, new Document("_id", 3L).append("n", 7.0));
            put(commits, new Document("_id", 4L).append("n", "7"));
            put(commits, new Document("_id", 5L).append("n", Arrays.asList(null, 7)));
            put(commits, new Document("_id", 6L));
            assertThat(found(commits, "n", 7, 8)).containsExactlyInAnyOrder(1L, 2L, 3L, 5L);
            assertThat(found(commits, "n", 7.0)).containsExactlyInAnyOrder(1L, 2L, 3L, 5L);
            assertThat(found(commits, "n", "7")).containsExactly(4L);
            assertThat(found(commits, "n", "7", null)).containsExactlyInAnyOrder(4L, 5L, 6L);
            assertThat(found(commits, "_id", 1, 2L, 9L)).containsExactlyInAnyOrder(1L, 2L);
        });
    }

    @Test
    void whatElseIsAskedForCountsToo() {
        within(commits -> {
            put(commits, new Document("_id", 1L).append("n", 7).append("who", new Document("name", "a")));
            put(commits, new Document("_id", 2L).append("n", 8).append("who", new Document("name", "b")));
            assertThat(commits.countDocuments(new Document("_id", new Document("$in", List.of(1L, 2L))).append("n", 8)))
                    .isEqualTo(1);
            assertThat(found(commits, "who.name", "a", "c")).containsExactly(1L);
            assertThat(commits.find(eq("_id", 2L)).first()).containsEntry("n", 8);
        });
    }

    private static List<Long> found(MongoCollection<Document> commits, String field, @Nullable Object... values) {
        var ids = new ArrayList<Long>();
        commits.find(in(field, Arrays.asList(values))).forEach(found -> ids.add(found.getLong("_id")));
        return ids;
    }

    private static void put(MongoCollection<Document> commits, Document document) {
        var _ = commits.insertOne(document);
    }

    private static void within(Consumer<MongoCollection<Document>> test) {
        try (var mongo = EmbeddedMongo.inMemory();
                var client = MongoClients.create(mongo.uri())) {
            test.accept(client.getDatabase("linxi").getCollection("commits"));
        }
    }
}
