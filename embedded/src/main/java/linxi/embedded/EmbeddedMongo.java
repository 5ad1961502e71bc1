package linxi.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks MongoDB's wire protocol, on loopback. A write is answered when it is on the disk, whatever
 * write concern was asked; a majority read sees only such writes. No sessions and no transactions, hence
 * {@code retryWrites=false}; it is a stand-in for one machine, not for production.
 */
public final class EmbeddedMongo implements AutoCloseable {
    /** A commit writes whole pages: small ones make half as many bytes of it, at the same speed. */
    private static final int PAGE_BYTES = 4 << 10;

    private static final int PAGE_KEYS = 16;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    /** A worker that waits for the disk blocks its other connections, so there are more of them than cores. */
    private static final int WORKERS = 32;

    private static final String FILE = "mongo.mv";

    /** How maps are written; a file of another format would be misread. */
    private static final int FORMAT = 2;

    private final @Nullable Path folder;
    private final int port;
    private @Nullable MVStore store;
    private @Nullable DurableBackend backend;
    private @Nullable MongoServer server;

    private EmbeddedMongo(@Nullable Path folder, int port) {
        this.folder = folder;
        this.port = Ports.orFree(port);
    }

    /**
     * Starts on a folder, which is made where it is missing.
     *
     * @param port 0 chooses a free one
     * @throws CannotStart where the port or the folder is taken, or the file cannot be read
     */
    public static EmbeddedMongo start(Path folder, int port) {
        var mongo = new EmbeddedMongo(folder, port);
        mongo.start();
        return mongo;
    }

    /** Starts without a folder, for tests; the documents outlive {@link #stop()} but not {@link #close()}. */
    public static EmbeddedMongo inMemory() {
        var mongo = new EmbeddedMongo(null, 0);
        mongo.start();
        return mongo;
    }

    /** Starts again after {@link #stop()}, on the same folder and port. Does nothing while it runs. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        QuietLogs.apply();
        Ports.requireFree("the document store", port);
        var opened = store == null ? open(folder) : store;
        store = opened;
        try {
            var durable = new DurableBackend(opened);
            var started = new MongoServer(durable);
            started.bind(new InetSocketAddress(Ports.loopback(), port), 1, WORKERS);
            backend = durable;
            server = started;
        } catch (Exception e) { // a taken port is Netty's BindException, which nothing here declares
            closeFile();
            throw new CannotStart("the document store cannot start on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** Drops every connection and leaves the port, as an outage would. Does nothing when stopped. */
    public synchronized void stop() {
        var stopping = server;
        if (stopping != null) {
            Bounded.stop("embedded-mongo-stop", STOP_LIMIT, stopping::shutdownNow);
            server = null;
            closeFile();
        }
    }

    /** Ends within seconds; what was in memory only is gone. */
    @Override
    public synchronized void close() {
        stop();
        var left = store;
        if (left != null) {
            left.closeImmediately();
            store = null;
        }
    }

    /** For the driver; holds no database name. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port + "/?retryWrites=false";
    }

    public int port() {
        return port;
    }

    /** Since the last start. */
    synchronized long commits() {
        return backend == null ? 0 : backend.commits();
    }

    private void closeFile() {
        var closing = store;
        if (folder != null && closing != null) {
            store = null;
            Bounded.stop("embedded-mongo-file", STOP_LIMIT, closing::close);
        }
    }

    /** Nothing but our own commits may write: the store's own would fall into the middle of a command. */
    private static MVStore open(@Nullable Path folder) {
        if (folder == null) {
            return MVStore.open(null);
        }
        try {
            Files.createDirectories(folder);
            return ofThisFormat(new MVStore.Builder()
                    .fileName(folder.resolve(FILE).toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .pageSplitSize(PAGE_BYTES)
                    .keysPerPage(PAGE_KEYS)
                    .open());
        } catch (IOException e) {
            throw new CannotStart("the folder " + folder + " cannot be made", e);
        } catch (MVStoreException e) {
            var why = e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? "is in use by another program"
                    : "cannot be read: " + e.getMessage();
            throw new CannotStart("the document store in " + folder + " " + why, e);
        }
    }

    private static MVStore ofThisFormat(MVStore opened) {
        if (opened.getMapNames().isEmpty()) {
            opened.setStoreVersion(FORMAT);
        }
        if (opened.getStoreVersion() != FORMAT) {
            opened.closeImmediately();
            throw new CannotStart("the document store was written by another version of this program", null);
        }
        return opened;
    }
}
