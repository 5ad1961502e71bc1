package linxi.query.mongo;

import com.mongodb.client.MongoDatabase;
import linxi.edge.health.Inquiry;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** MongoDB in {@code /actuator/health}: up while it answers, soon. */
final class MongoHealth implements HealthIndicator {
    private static final BsonDocument PING = new BsonDocument("ping", new BsonInt32(1));

    private final Inquiry<Document> pong;

    MongoHealth(MongoDatabase database) {
        this.pong = new Inquiry<>(() -> database.runCommand(PING));
    }

    @Override
    public Health health() {
        return pong.answer().isPresent()
                ? Health.up().build()
                : Health.down().withDetail("reason", "MongoDB does not answer").build();
    }
}
