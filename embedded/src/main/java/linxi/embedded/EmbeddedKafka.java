package linxi.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker with its controller (KRaft) in this JVM, on loopback. An acknowledged record survives the end of
 * the process, however it ends; a power cut may take the last ones, as with any single broker.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final Path folder;
    private final int port;
    private @Nullable KafkaRaftServer server;
    private @Nullable FileChannel lock;

    private EmbeddedKafka(Path folder, int port) {
        this.folder = folder;
        this.port = Ports.orFree(port);
    }

    /**
     * Starts on a folder, which is made and formatted where it is missing, and returns when the broker takes records.
     *
     * @param port 0 chooses a free one
     * @throws CannotStart where the port or the folder is taken, or the broker does not come up
     */
    public static EmbeddedKafka start(Path folder, int port) {
        var kafka = new EmbeddedKafka(folder, port);
        kafka.start();
        return kafka;
    }

    /** Starts again after {@link #stop()}, on the same folder and port. Does nothing while it runs. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        QuietLogs.apply();
        KafkaExit.neverEndsThisJvm();
        Ports.requireFree("the event broker", port);
        lock = lock(folder);
        try {
            server = startUp();
        } catch (CannotStart e) {
            unlock();
            throw e;
        }
    }

    /** Stops the broker within a bounded time and leaves the port. Does nothing when stopped. */
    public synchronized void stop() {
        var stopping = server;
        if (stopping != null) {
            Bounded.stop("embedded-kafka-stop", STOP_LIMIT, () -> end(stopping));
            server = null;
            unlock();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** For clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    private KafkaRaftServer startUp() {
        var settings = BrokerSettings.of(folder, port, Ports.free());
        BrokerSettings.format(folder);
        var starting = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        try {
            Bounded.start("embedded-kafka-start", START_LIMIT, starting::startup);
        } catch (CannotStart e) {
            Bounded.stop("embedded-kafka-stop", STOP_LIMIT, () -> end(starting));
            throw e;
        }
        return starting;
    }

    private static void end(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Kafka locks its folder too, but ends the JVM where it finds it locked. */
    private static FileChannel lock(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel =
                    FileChannel.open(folder.resolve("linxi.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new CannotStart("the event broker's folder " + folder + " is in use by another program", null);
            }
            return channel;
        } catch (IOException e) {
            throw new CannotStart("the folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void unlock() {
        var held = lock;
        lock = null;
        if (held != null) {
            try {
                held.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
