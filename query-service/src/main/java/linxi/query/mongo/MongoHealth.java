package linxi.query.mongo;

import com.mongodb.client.MongoDatabase;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** MongoDB in {@code /actuator/health}: up while it answers. */
final class MongoHealth extends AbstractHealthIndicator {
    private static final BsonDocument PING = new BsonDocument("ping", new BsonInt32(1));

    private final MongoDatabase database;

    MongoHealth(MongoDatabase database) {
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var _ = database.runCommand(PING);
        var _ = health.up();
    }
}
