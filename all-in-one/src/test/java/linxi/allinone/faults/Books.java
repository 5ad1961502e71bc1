package linxi.allinone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import linxi.allinone.faults.Http.Reply;
import linxi.command.store.EventLog;
import linxi.command.store.StoreClient;
import linxi.command.store.WholeLog;
import linxi.query.check.ViewCheck;
import linxi.query.web.QueryService;
import org.bson.Document;

/** What the store holds, read past the services. */
final class Books implements AutoCloseable {
    private static final int PAGE = 1_000;

    private final MongoClient client;

    Books(String mongo) {
        client = StoreClient.open(mongo);
    }

    MongoDatabase database() {
        return database("linxi");
    }

    MongoDatabase database(String name) {
        return client.getDatabase(name);
    }

    /** Who holds a lease. */
    String holder(String lease) {
        var found = database()
                .getCollection("leases")
                .find(new Document("_id", lease))
                .first();
        return found == null ? "" : found.getString("owner");
    }

    /** No gap, no double, an unbroken chain, and every acknowledged command once, at the place it was told. */
    void requireAllOf(Map<UUID, Reply> acknowledged) {
        try (var log = new EventLog(database())) {
            var found = log.verify();
            assertThat(found.damage()).as("at " + found.damagedAt()).isNull();
            assertThat(found.position()).isEqualTo(log.head());
        }
        var recorded = recorded();
        acknowledged.forEach((key, reply) ->
                assertThat(recorded.get(key.toString())).as("%s", key).isEqualTo(reply.position()));
    }

    /** What {@code linxi verify} finds: every document is what the log says, and all of the log is folded. */
    void requireViewsAsTheLogSays() {
        try (var log = new EventLog(database());
                var check = new ViewCheck(database(), QueryService.projections())) {
            var proven = new WholeLog(database()).verify(check::take);
            var report = check.finish(after -> log.tail(after, PAGE), _ -> {});
            System.out.println("documents compared with the log: " + report.documents());
            assertThat(report.differences()).isEmpty();
            assertThat(report.isSound()).as("%s", report).isTrue();
            assertThat(report.folded()).isEqualTo(proven.position());
            assertThat(report.documents().get("shipment")).isPositive();
        }
    }

    /** Last positions of commits by their commands' keys; a key in two commits fails. */
    Map<String, Long> recorded() {
        var positions = new HashMap<String, Long>();
        for (var commit : database().getCollection("commits").find()) {
            var command = commit.get("command", Document.class);
            if (command != null) {
                long last = commit.getLong("_id") + commit.getInteger("n") - 1;
                assertThat(positions.put(command.getString("key"), last)).isNull();
            }
        }
        return positions;
    }

    @Override
    public void close() {
        client.close();
    }
}
