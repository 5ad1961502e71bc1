package linxi.allinone;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import linxi.access.account.Accounts;
import linxi.access.account.Logins;
import linxi.access.web.Housekeeping;
import linxi.allinone.terminal.Terminal;
import linxi.command.web.CommandService;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import linxi.query.web.QueryService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The four parts of the all-in-one, started side by side where they do not need each other, stopped in reverse. */
final class Parts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final int port;
    private @Nullable ConfigurableApplicationContext queries;

    private Parts(int port) {
        this.port = port;
    }

    /** Blocks until both services answer; on any failure stops what had started. */
    static Parts start(Installation installation, int port, Ports ports, Mode mode, Terminal terminal) {
        var parts = new Parts(port);
        try {
            parts.run(installation, ports, mode, terminal);
            return parts;
        } catch (RuntimeException e) {
            LOG.error("a part did not start", e);
            parts.close();
            throw e;
        }
    }

    private void run(Installation installation, Ports ports, Mode mode, Terminal terminal) {
        var broker = begin(() -> ports.start(9092, free -> EmbeddedKafka.start(installation.part("kafka"), free)));
        var mongo = ports.start(27_017, free -> EmbeddedMongo.start(installation.part("mongo"), free));
        running.push(mongo);
        terminal.tick("started.store", portOf(mongo.uri()));
        var kafka = await(broker);
        running.push(kafka);
        terminal.tick("started.broker", portOf(kafka.bootstrapServers()));
        int commandPort = ports.near(port + 1);
        var shared = List.of(
                "--linxi.mongo.uri=" + mongo.uri(),
                "--linxi.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--linxi.kafka.instance=all-in-one",
                "--linxi.command-url=http://127.0.0.1:" + commandPort,
                "--server.address=127.0.0.1",
                "--management.health.diskspace.path=" + installation.folder(),
                "--management.health.diskspace.threshold=500MB");
        var command = begin(() -> service(CommandService.class, "command-service", commandPort, mode, shared));
        var query = begin(() -> service(QueryService.class, "query-service", port, mode, shared));
        var commands = await(command);
        running.push(commands);
        var queries = await(query);
        // Commands stop first: the relay sends the last of them, and then the feed folds them.
        running.remove(commands);
        running.push(queries);
        running.push(commands);
        this.queries = queries;
        var here = Running.here(mongo.uri(), kafka.bootstrapServers(), url());
        here.write(installation.folder());
        running.push(() -> Running.forget(installation.folder()));
    }

    private static ConfigurableApplicationContext service(
            Class<?> type, String name, int port, Mode mode, List<String> shared) {
        var arguments = new ArrayList<>(shared);
        arguments.addAll(List.of(mode.settings()));
        arguments.add("--server.port=" + port);
        arguments.add("--spring.config.name=" + name);
        return new SpringApplicationBuilder(type)
                .registerShutdownHook(false)
                .logStartupInfo(false)
                .run(arguments.toArray(String[]::new));
    }

    /** The Spring class loader of a service looks at the thread's: give every starter the program's own. */
    private static <T> CompletableFuture<T> begin(Supplier<T> start) {
        var future = new CompletableFuture<T>();
        var thread = Thread.ofPlatform().name("start").unstarted(() -> {
            try {
                future.complete(start.get());
            } catch (Throwable failure) {
                future.completeExceptionally(failure);
            }
        });
        thread.setContextClassLoader(Parts.class.getClassLoader());
        thread.start();
        return future;
    }

    private static <T> T await(CompletableFuture<T> started) {
        try {
            return started.orTimeout(120, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static String portOf(String address) {
        return address.substring(address.lastIndexOf(':') + 1).replaceAll("\\D.*", "");
    }

    /** Where accounts rest. */
    MongoDatabase database() {
        return started().getBean(MongoDatabase.class);
    }

    Accounts accounts() {
        return started().getBean(Accounts.class);
    }

    Logins logins() {
        return started().getBean(Logins.class);
    }

    /** The first administrator's, where it was made just now. */
    Optional<String> firstPassword() {
        return started()
                .getBean(Housekeeping.class)
                .firstPassword()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private ConfigurableApplicationContext started() {
        return Objects.requireNonNull(queries, "not started");
    }

    int port() {
        return port;
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Commands first (their relay drains), then queries (their feed does), then the broker and the store. */
    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                LOG.error("a part did not stop cleanly", e);
            }
        }
    }
}
