package linxi.query.web;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.stream.Stream;
import linxi.embedded.EmbeddedMongo;
import linxi.events.Event;
import linxi.query.feed.Projection;
import linxi.query.feed.Replay;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs for people, who log in, over the documents of one sale. */
public final class LoggedIn implements AutoCloseable {
    private final EmbeddedMongo mongo;
    private final ConfigurableApplicationContext context;
    private final WebClient web;

    private LoggedIn(EmbeddedMongo mongo, ConfigurableApplicationContext context) {
        this.mongo = mongo;
        this.context = context;
        this.web = WebClient.of(context);
    }

    /** @param more what happened after the sale */
    public static LoggedIn start(Event... more) {
        return start(List.of(more));
    }

    /** @param more what happened after the sale */
    public static LoggedIn start(List<? extends Event> more) {
        var mongo = EmbeddedMongo.inMemory();
        var context = QueryService.application()
                .run(
                        "--server.port=0",
                        "--linxi.access.announce=false",
                        "--linxi.mongo.uri=" + mongo.uri(),
                        "--linxi.kafka.bootstrap-servers=127.0.0.1:1",
                        "--linxi.command-url=http://127.0.0.1:1");
        var database = context.getBean(MongoDatabase.class);
        var projections = context.getBeansOfType(Projection.class).values().toArray(Projection<?>[]::new);
        var position = Replay.into(database, projections)
                .fold(Stream.concat(Sale.events().stream(), more.stream()).toArray(Event[]::new))
                .position();
        database.getCollection("relay", BsonDocument.class)
                .insertOne(new BsonDocument("_id", new BsonString("relay"))
                        .append("position", new BsonInt64(position))
                        .append("partitions", new BsonArray()));
        return new LoggedIn(mongo, context);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public WebClient web() {
        return web;
    }

    @Override
    public void close() {
        context.close();
        mongo.close();
    }
}
