package linxi.allinone;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import linxi.allinone.terminal.Terminal;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;

/** Whether a target answers, asked before a command begins its work. */
final class Reachable {
    private static final int MILLIS = 5_000;

    private Reachable() {}

    /** @throws CannotStart where it does not, within seconds */
    static void check(Target target, boolean broker, Terminal terminal) {
        try {
            var _ = target.database().runCommand(new Document("ping", 1));
        } catch (MongoException e) {
            // The hosts only: the URI may hold a password, and the driver's message repeats much.
            var hosts = String.join(",", new ConnectionString(target.mongoUri()).getHosts());
            throw new CannotStart(
                    terminal.text("target.nostore", hosts, e.getClass().getSimpleName()));
        }
        if (broker) {
            checkBroker(target.bootstrapServers(), terminal);
        }
    }

    private static void checkBroker(String servers, Terminal terminal) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLIS);
        try (var admin = Admin.create(settings)) {
            var _ = admin.describeCluster().clusterId().get(2L * MILLIS, TimeUnit.MILLISECONDS);
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            throw new CannotStart(terminal.text("target.nobroker", servers));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart(terminal.text("target.nobroker", servers));
        }
    }
}
