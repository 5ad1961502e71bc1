package linxi.query.check;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import linxi.embedded.EmbeddedMongo;
import linxi.events.Event;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import linxi.query.feed.Replay;
import linxi.query.web.QueryService;
import linxi.query.web.Sale;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Read models in a server of MongoDB's protocol, what relay and feed say of them, and checks of them. */
@SuppressWarnings("NullAway.Init") // made before each test
abstract class CheckRig {
    static final List<Projection<?>> PROJECTIONS = QueryService.projections();

    private EmbeddedMongo mongo;
    private MongoClient client;
    private MongoDatabase database;
    private Replay replay;

    @BeforeEach
    void start() {
        mongo = EmbeddedMongo.inMemory();
        client = MongoClients.create(mongo.uri());
        database = client.getDatabase("linxi");
        replay = Replay.into(database, PROJECTIONS.toArray(Projection<?>[]::new));
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    MongoDatabase database() {
        return database;
    }

    Replay replay() {
        return replay;
    }

    /** A whole one, folded into every read model. */
    void sell() {
        var _ = replay.fold(Sale.events().toArray(Event[]::new));
        sent(replay.position());
    }

    /** What relay and feed say, of one partition, where the feed has taken all that was sent. */
    void sent(long position) {
        sent(position, 1);
        taken(position, 0);
    }

    /** What the relay says. */
    void sent(long position, int partitions) {
        var ends = new BsonArray();
        for (int partition = 0; partition < partitions; partition++) {
            ends.add(new BsonDocument("partition", new BsonInt32(partition))
                    .append("last", new BsonInt64(position))
                    .append("end", new BsonInt64(position)));
        }
        put(
                "relay",
                new BsonDocument("_id", new BsonString("relay"))
                        .append("position", new BsonInt64(position))
                        .append("partitions", ends));
    }

    /** What the feed says of one of the partitions. */
    void taken(long position, int partition) {
        put(
                "feed",
                new BsonDocument("_id", new BsonString("1/" + partition))
                        .append("epoch", new BsonInt64(1))
                        .append("partition", new BsonInt32(partition))
                        .append("offset", new BsonInt64(position))
                        .append("last", new BsonInt64(position))
                        .append("rewinds", new BsonInt64(0))
                        .append("reached", new BsonInt64(0))
                        .append("returning", new BsonArray()));
    }

    private void put(String name, BsonDocument document) {
        var collection = database.getCollection(name, BsonDocument.class);
        var _ = collection.deleteOne(id(document));
        var _ = collection.insertOne(document);
    }

    CheckReport check(Sizes sizes) {
        return check(replay.log(), sizes);
    }

    CheckReport check(List<Envelope> log, Sizes sizes) {
        return check(log, PROJECTIONS, sizes);
    }

    CheckReport check(List<Envelope> log, List<Projection<?>> projections, Sizes sizes) {
        try (var check = new ViewCheck(database, projections, log.size(), sizes)) {
            check.take(log);
            return check.finish(_ -> List.of(), _ -> {});
        }
    }

    MongoCollection<BsonDocument> view(String projection) {
        return database.getCollection("view_" + projection, BsonDocument.class);
    }

    static BsonDocument id(BsonDocument document) {
        return new BsonDocument("_id", document.get("_id"));
    }

    static void replace(MongoCollection<BsonDocument> view, BsonDocument document) {
        var _ = view.replaceOne(id(document), document);
    }
}
