package linxi.allinone;

import com.mongodb.ConnectionString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import linxi.allinone.terminal.Terminal;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What a maintenance command works on, for use as a picocli mixin: a data folder, whether a linxi runs on it or not, or
 * real servers. What the parts log goes to {@code command.log} in the folder's logs; with real servers, nowhere.
 */
final class TargetOptions {
    static final String DATABASE = "linxi";
    private static final String TOPIC = "linxi.events";

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder, running or stopped (default: ~/.linxi).")
    private @Nullable Path data;

    @Option(names = "--mongo", paramLabel = "URI", description = "Instead of a data folder: the MongoDB server.")
    private @Nullable String mongo;

    @Option(names = "--database", paramLabel = "NAME", description = "With --mongo: its database (default: linxi).")
    private @Nullable String database;

    @Option(names = "--kafka", paramLabel = "SERVERS", description = "With --mongo: the Kafka servers (host:port,...).")
    private @Nullable String kafka;

    @Option(names = "--topic", paramLabel = "NAME", description = "With --kafka: the topic (default: linxi.events).")
    private @Nullable String topic;

    /** @throws CannotStart where there is no such store, or it does not answer */
    Target store(Terminal terminal) {
        return open(terminal, false, false);
    }

    /** @throws CannotStart where there is no such store or broker, or it does not answer */
    Target storeAndBroker(Terminal terminal) {
        return open(terminal, true, false);
    }

    /** As {@link #store}, with the broker where one is named or the folder has its data; makes a missing folder. */
    Target storeToFill(Terminal terminal) {
        return open(terminal, mongo == null ? Files.isDirectory(folder().resolve("kafka")) : kafka != null, true);
    }

    /** Where it is a data folder. */
    Path folder() {
        return data == null ? Installation.defaultFolder() : data;
    }

    /** Whether it is a data folder and no servers. */
    boolean isFolder() {
        return mongo == null;
    }

    private Target open(Terminal terminal, boolean broker, boolean make) {
        checkCombination(terminal, broker);
        var target = mongo == null ? ofFolder(terminal, broker, make) : ofServers(terminal, mongo, broker);
        try {
            Reachable.check(target, broker && !make, terminal); // one to fill is asked what it has
            return target;
        } catch (RuntimeException e) {
            target.close();
            throw e;
        }
    }

    private void checkCombination(Terminal terminal, boolean broker) {
        if (mongo != null ? data != null : database != null || kafka != null || topic != null) {
            throw new CannotStart(terminal.text("target.mixed"));
        }
        if (mongo != null && broker && kafka == null) {
            throw new CannotStart(terminal.text("target.kafka"));
        }
    }

    private Target ofServers(Terminal terminal, String uri, boolean broker) {
        System.setProperty("linxi.log.to", "NOWHERE");
        try {
            var _ = new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            // Not its message: that may show a password of the URI.
            throw new CannotStart(terminal.text("target.uri"));
        }
        return new Target(
                uri,
                Objects.requireNonNullElse(database, DATABASE),
                broker ? kafka : null,
                Objects.requireNonNullElse(topic, TOPIC),
                true);
    }

    private Target ofFolder(Terminal terminal, boolean broker, boolean make) {
        var folder = folder();
        if (!make && !Files.isDirectory(folder.resolve("mongo"))) {
            throw new CannotStart(terminal.text("target.missing", folder));
        }
        System.setProperty("linxi.log.folder", folder.resolve("logs").toString());
        System.setProperty("linxi.log.name", "command");
        var installation = Installation.openIfFree(folder, terminal);
        if (installation.isEmpty()) {
            var running = Running.read(folder).orElseThrow(() -> new CannotStart(terminal.text("target.busy", folder)));
            return new Target(running.mongo(), DATABASE, running.kafka(), TOPIC, true);
        }
        return started(installation.get(), broker, terminal);
    }

    private static Target started(Installation held, boolean broker, Terminal terminal) {
        var ports = new Ports();
        EmbeddedMongo mongo = null;
        try {
            mongo = ports.start(27_017, free -> EmbeddedMongo.start(held.part("mongo"), free));
            var kafka = broker ? ports.start(9092, free -> EmbeddedKafka.start(held.part("kafka"), free)) : null;
            var address = kafka == null ? null : kafka.bootstrapServers();
            var target = new Target(mongo.uri(), DATABASE, address, TOPIC, false)
                    .closing(held)
                    .closing(mongo);
            return kafka == null ? target : target.closing(kafka);
        } catch (RuntimeException e) {
            if (mongo != null) {
                mongo.close();
            }
            held.close();
            throw new CannotStart(terminal.text("start.failed", e.toString(), held.part("logs")));
        }
    }
}
