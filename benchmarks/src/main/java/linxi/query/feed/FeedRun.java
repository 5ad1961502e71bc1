package linxi.query.feed;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import linxi.query.mongo.Catalogs;
import linxi.query.mongo.DocumentForm;
import linxi.query.mongo.Views;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;

/** The service's own feed, run once over a whole topic into an empty database; and its bare writes. */
public final class FeedRun {
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final String kafka;
    private final String topic;
    private final List<? extends Projection<?>> projections;

    public FeedRun(String kafka, String topic, List<? extends Projection<?>> projections) {
        this.kafka = kafka;
        this.topic = topic;
        this.projections = projections;
    }

    /**
     * Folds so many events that the topic holds.
     *
     * @return nanoseconds from the start of the feed, its joining of the group included
     */
    public long into(MongoDatabase database, long events) throws InterruptedException {
        return run(database, events, store -> store).elapsed();
    }

    /**
     * Folds on until it has so many events.
     *
     * @return nanoseconds of folding and storing alone
     */
    public long folding(MongoDatabase database, long events) throws InterruptedException {
        return run(database, events, store -> store).folding();
    }

    /** The same, and what it wrote. */
    public List<Consumer<MongoDatabase>> writesInto(MongoDatabase database, long events) throws InterruptedException {
        var kept = new ArrayList<WrittenBatches>();
        var _ = run(database, events, store -> {
            var keeping = new WrittenBatches(store);
            kept.add(keeping);
            return keeping;
        });
        var writes = new ArrayList<Consumer<MongoDatabase>>();
        var seen = new HashSet<String>();
        for (var store : kept) {
            for (var batch : store.batches()) {
                writes.add(bare(batch, seen));
            }
        }
        return writes;
    }

    private Took run(MongoDatabase database, long events, UnaryOperator<Store> wrap) throws InterruptedException {
        var settings = new KafkaSettings(kafka, topic, "group-" + UUID.randomUUID(), null);
        var catalogs = new Catalogs(database);
        long began = System.nanoTime();
        try (var feed = new Feed(
                settings,
                catalogs,
                new Remains(database, Views.GRACE),
                generations -> wrap.apply(new MongoStore(database, generations)),
                projections,
                (_, _) -> {})) {
            feed.start();
            while (folded(feed) < events) {
                if (System.nanoTime() - began > LIMIT.toNanos()) {
                    throw new IllegalStateException("not folded: " + feed.status());
                }
                Thread.sleep(1);
            }
            return new Took(System.nanoTime() - began, feed.foldNanos());
        }
    }

    private record Took(long elapsed, long folding) {}

    private static long folded(Feed feed) {
        return feed.status().partitions().values().stream()
                .mapToLong(FeedStatus.Partition::offset)
                .sum();
    }

    private static Consumer<MongoDatabase> bare(WrittenBatches.Batch batch, Set<String> seen) {
        var writes = new ArrayList<WriteModel<BsonDocument>>();
        for (var document : batch.documents()) {
            long revision = document.getInt64(DocumentForm.REVISION).getValue();
            if (revision == 1) {
                writes.add(new InsertOneModel<>(document));
            } else {
                var fence = new BsonDocument(DocumentForm.ID, document.get(DocumentForm.ID))
                        .append(DocumentForm.REVISION, new BsonInt64(revision - 1));
                writes.add(new ReplaceOneModel<>(fence, document));
            }
        }
        boolean first = seen.add(batch.projection());
        return database -> {
            var collection = database.getCollection(batch.projection(), BsonDocument.class);
            if (first) {
                var fence = new BsonDocument(DocumentForm.ID, new BsonInt32(1))
                        .append(DocumentForm.REVISION, new BsonInt32(1));
                var _ = collection.createIndex(fence, new IndexOptions().unique(true));
                var _ = collection.createIndex(new BsonDocument(DocumentForm.LOCAL_ID, new BsonInt32(1)));
            }
            var _ = collection.bulkWrite(writes, UNORDERED);
        };
    }
}
