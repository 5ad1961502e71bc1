package linxi.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.bson.BsonRegularExpression;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.types.Binary;
import org.bson.types.Code;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written is read from the file, not from what the server still has in memory. */
class EmbeddedMongoRestartIT {
    private static final List<Object> KEYS = Arrays.asList(
            "粽子",
            7,
            (1L << 53) + 1,
            Decimal128.parse("1.50"),
            true,
            null,
            Date.from(Instant.ofEpochMilli(1)),
            new UUID(1, -2),
            new ObjectId("0123456789abcdef01234567"),
            new Document("a", 1).append("b", List.of("x")));

    private final Path folder;

    EmbeddedMongoRestartIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsEveryTypeBack() {
        var all = new Document("_id", "all")
                .append("values", KEYS)
                .append("double", -0.5)
                .append("binary", new Binary(new byte[] {1, 0, -1}))
                .append("regex", new BsonRegularExpression("^a.*", "i"))
                .append("timestamp", new BsonTimestamp(5, 6))
                .append("code", new Code("return 1"))
                .append("min", new MinKey())
                .append("max", new MaxKey())
                .append("nested", List.of(List.of(), new Document(), List.of(new Document("", 1L))));
        onServer(written -> assertThat(written.insertOne(all).wasAcknowledged()).isTrue());
        onServer(written -> assertThat(written.find(eq("_id", "all")).first()).isEqualTo(all));
    }

    @Test
    void enforcesUniqueIndexesOnEveryTypeOfKey() {
        onServer(written -> {
            var _ = written.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
            for (int i = 0; i < KEYS.size(); i++) {
                var _ = written.insertOne(new Document("_id", i).append("keys", KEYS.get(i)));
            }
        });
        onServer(written -> {
            for (int i = 0; i < KEYS.size(); i++) {
                var again = new Document("_id", 100 + i).append("keys", KEYS.get(i));
                assertThatThrownBy(() -> written.insertOne(again))
                        .as(again.toJson())
                        .isInstanceOfSatisfying(
                                MongoWriteException.class,
                                e -> assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
            }
            assertThat(written.find(in("keys", "粽子", 7L, new UUID(1, -2))).map(found -> found.getInteger("_id")))
                    .containsExactlyInAnyOrder(0, 1, 7);
            assertThat(written.insertOne(new Document("_id", 200).append("keys", List.of("粽", "子")))
                            .wasAcknowledged())
                    .isTrue();
        });
    }

    @Test
    void takesNewKeysForOldAfterReplaceAndDelete() {
        onServer(written -> {
            var _ = written.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
            var _ = written.insertMany(LongStream.range(0, 2_000)
                    .mapToObj(id -> new Document("_id", id).append("keys", List.of("a" + id, "b" + id)))
                    .toList());
        });
        onServer(written -> {
            var _ = written.replaceOne(eq("_id", 1_000L), new Document("keys", List.of("a1000", "c1000")));
            var _ = written.deleteOne(eq("_id", 1L));
            var _ = written.insertOne(new Document("_id", 5_000L).append("keys", List.of("b1000", "a1", "b1")));
        });
        onServer(written -> {
            assertThat(written.find(in("keys", "b1000", "c1000", "b1999")).map(found -> found.getLong("_id")))
                    .containsExactlyInAnyOrder(5_000L, 1_000L, 1_999L);
            assertThat(written.find().map(found -> found.getLong("_id")).first())
                    .isZero();
            assertThat(written.countDocuments()).isEqualTo(2_000);
        });
    }

    @Test
    void refusesAFileOfAnotherFormat() {
        try (var store = MVStore.open(folder.resolve("mongo.mv").toString())) {
            assertThat(store.openMap("old").put(1, Instant.EPOCH)).isNull();
        }
        assertThatThrownBy(() -> EmbeddedMongo.start(folder, 0))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("another version");
    }

    private interface Work {
        void on(MongoCollection<Document> written);
    }

    private void onServer(Work work) {
        try (var mongo = EmbeddedMongo.start(folder, 0);
                var client = MongoClients.create(MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(mongo.uri()))
                        .uuidRepresentation(UuidRepresentation.STANDARD)
                        .build())) {
            work.on(client.getDatabase("linxi").getCollection("written"));
        }
    }
}
