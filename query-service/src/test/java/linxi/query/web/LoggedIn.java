package linxi.query.web;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
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
    private final Replay replay;
    private final WebClient web;

    private LoggedIn(EmbeddedMongo mongo, ConfigurableApplicationContext context, Replay replay) {
        this.mongo = mongo;
        this.context = context;
        this.replay = replay;
        this.web = WebClient.of(context);
    }

    /** @param more what happened after the sale */
    public static LoggedIn start(Event... more) {
        return start(List.of(more));
    }

    /** @param more what happened after the sale */
    public static LoggedIn start(List<? extends Event> more) {
        return start(List.of(), more);
    }

    /**
     * @param settings such as {@code --linxi.live.most=3}
     * @param more what happened after the sale
     */
    public static LoggedIn start(List<String> settings, List<? extends Event> more) {
        var mongo = EmbeddedMongo.inMemory();
        var context = QueryService.application()
                .run(Stream.concat(
                                settings.stream(),
                                Stream.of(
                                        "--server.port=0",
                                        "--linxi.access.announce=false",
                                        "--linxi.mongo.uri=" + mongo.uri(),
                                        "--linxi.kafka.bootstrap-servers=127.0.0.1:1",
                                        "--linxi.command-url=http://127.0.0.1:1"))
                        .toArray(String[]::new));
        var database = context.getBean(MongoDatabase.class);
        var projections = context.getBeansOfType(Projection.class).values().toArray(Projection<?>[]::new);
        var replay = Replay.into(database, projections);
        var service = new LoggedIn(mongo, context, replay);
        service.fold(Stream.concat(Sale.events().stream(), more.stream()).toArray(Event[]::new));
        return service;
    }

    /** As another instance would: this one sees only what is stored. */
    public void fold(Event... events) {
        var relay = new BsonDocument("_id", new BsonString("relay"));
        var position = new BsonInt64(replay.fold(events).position());
        var _ = context.getBean(MongoDatabase.class)
                .getCollection("relay", BsonDocument.class)
                .replaceOne(
                        relay,
                        relay.clone().append("position", position).append("partitions", new BsonArray()),
                        new ReplaceOptions().upsert(true));
    }

    public long position() {
        return replay.position();
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
