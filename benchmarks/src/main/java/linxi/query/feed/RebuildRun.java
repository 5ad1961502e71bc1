package linxi.query.feed;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import linxi.events.wire.Envelope;
import linxi.query.mongo.DocumentForm;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;

/** The service's own rebuild over a whole topic, and the least that anything like it has to do. */
public final class RebuildRun {
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final int BATCH = 1_000;

    private final KafkaSettings settings;
    private final List<Projection<?>> projections;

    public RebuildRun(String kafka, String topic, List<Projection<?>> projections) {
        this.settings = new KafkaSettings(kafka, topic, "rebuild", null);
        this.projections = projections;
    }

    /** @return nanoseconds */
    public long into(MongoDatabase database) {
        long began = System.nanoTime();
        try (var rebuild = new Rebuild(database, settings, projections)) {
            rebuild.run(List.of(), _ -> {});
        }
        return System.nanoTime() - began;
    }

    /** All documents that are there, by collection. */
    public static Map<String, List<RawBsonDocument>> documents(MongoDatabase database) {
        var all = new LinkedHashMap<String, List<RawBsonDocument>>();
        for (var name : database.listCollectionNames()) {
            if (name.startsWith("view_")) {
                var documents = new ArrayList<RawBsonDocument>();
                database.getCollection(name, RawBsonDocument.class).find().into(documents);
                all.put(name, documents);
            }
        }
        return all;
    }

    /**
     * Reads the topic, parses every event and writes final documents that are there already, with their indexes.
     *
     * @return nanoseconds
     */
    public long bare(MongoDatabase database, Map<String, List<RawBsonDocument>> documents) {
        long began = System.nanoTime();
        parse();
        documents.forEach((name, of) -> write(database, name, of));
        return System.nanoTime() - began;
    }

    private void parse() {
        try (var consumer = new KafkaConsumer<String, byte[]>(KafkaRecords.unshared(settings))) {
            var partitions = consumer.partitionsFor(settings.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long left = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            while (left > 0) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    if (Envelope.fromJson(record.value()).event().at().getEpochSecond() == 0) {
                        throw new IllegalStateException("an event of 1970");
                    }
                    left--;
                }
            }
        }
    }

    private static void write(MongoDatabase database, String name, List<RawBsonDocument> documents) {
        var collection = database.getCollection(name, BsonDocument.class);
        var fence = new BsonDocument(DocumentForm.ID, new BsonInt32(1)).append(DocumentForm.REVISION, new BsonInt32(1));
        var _ = collection.createIndex(fence, new IndexOptions().unique(true));
        var _ = collection.createIndex(new BsonDocument(DocumentForm.LOCAL_ID, new BsonInt32(1)));
        for (int from = 0; from < documents.size(); from += BATCH) {
            var writes = documents.subList(from, Math.min(from + BATCH, documents.size())).stream()
                    .<InsertOneModel<BsonDocument>>map(InsertOneModel::new)
                    .toList();
            var _ = collection.bulkWrite(writes, UNORDERED);
        }
    }
}
