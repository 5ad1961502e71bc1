package linxi.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/** The stock backend keeps an answered write in memory for up to a second; this one answers when it is on the disk. */
final class DurableBackend extends H2Backend {
    /** An unknown command is written as if it changed something: waiting for a commit harms nobody. */
    private static final Set<String> READS = Set.of(
            "aggregate",
            "buildinfo",
            "collstats",
            "connectionstatus",
            "count",
            "dbstats",
            "distinct",
            "endsessions",
            "find",
            "getcmdlineopts",
            "getlog",
            "getmore",
            "hello",
            "hostinfo",
            "ismaster",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "ping",
            "serverstatus",
            "whatsmyuri");

    /** What reads or writes the collection that it names, and no other. */
    private static final Set<String> OF_ONE_COLLECTION =
            Set.of("count", "delete", "distinct", "find", "findandmodify", "insert", "update");

    /** What answers with as many documents as it is told to, and all of them where it is told nothing. */
    private static final Set<String> BATCHES = Set.of("find", "getmore");

    /** MongoDB's own for a first batch; an answer must stay below 48 MB. */
    private static final int BATCH = 101;

    private final GroupCommit commits;

    DurableBackend(MVStore store) {
        super(store);
        this.commits = new GroupCommit(store);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (BATCHES.contains(command.toLowerCase(Locale.ROOT)) && !query.containsKey("batchSize")) {
            var _ = query.put("batchSize", BATCH);
        }
        Supplier<Document> run = () -> super.handleCommand(channel, database, command, query);
        if (isWrite(command, query)) {
            return commits.write(collection(database, command, query), run);
        }
        return isMajority(query) ? commits.read(collection(database, command, query), run) : run.get();
    }

    private static String collection(String database, String command, Document query) {
        return OF_ONE_COLLECTION.contains(command.toLowerCase(Locale.ROOT)) && query.get(command) instanceof String name
                ? database + "." + name
                : Tickets.ANY;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new TypedDatabase(name, getMvStore(), getCursorRegistry());
    }

    private static boolean isWrite(String command, Document query) {
        return !READS.contains(command.toLowerCase(Locale.ROOT))
                || (query.get("pipeline") instanceof List<?> stages
                        && stages.stream().anyMatch(DurableBackend::writes));
    }

    private static boolean writes(Object stage) {
        return stage instanceof Map<?, ?> named && (named.containsKey("$out") || named.containsKey("$merge"));
    }

    private static boolean isMajority(Document query) {
        return query.get("readConcern") instanceof Map<?, ?> concern && "majority".equals(concern.get("level"));
    }

    /** How often the file was synced, which is less often than it was written to when writers meet. */
    long commits() {
        return commits.commits();
    }

    /** Only forgets its databases: the store belongs to whoever opened it. */
    @Override
    public void close() {}
}
