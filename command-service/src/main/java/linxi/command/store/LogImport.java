package linxi.command.store;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;

/**
 * Fills an empty installation with the log of an export: the same commits, positions and hashes. Until it is finished
 * no service works on it; one that was interrupted is taken up again by running it again.
 */
public final class LogImport {
    /** What services leave behind that have nothing to tell. */
    private static final Set<String> HARMLESS = Set.of("leases", UnfinishedImport.COLLECTION);

    private final MongoDatabase database;
    private final Commits commits;
    private final UnfinishedImport unfinished;

    public LogImport(MongoDatabase database) {
        this.database = database;
        this.commits = new Commits(database);
        this.unfinished = commits.unfinishedImport();
    }

    /**
     * Reads the file twice: to prove all of it before anything is written, and to write it.
     *
     * @throws DamagedArchive where the file is not what was exported; nothing was written
     * @throws CannotImport where the installation is not empty, or a service works on it
     * @throws StoreAway where the store cannot be written; run it again
     */
    public Archive load(Path file, Progress checking, Progress writing) {
        StoreAway.unlessAway(this::requireEmpty);
        var archive = ArchiveReader.read(file, checking, _ -> {});
        var lease = Lease.exclusive(database, "log");
        try {
            StoreAway.unlessAway(() -> write(file, archive, writing, lease));
        } finally {
            lease.release();
        }
        return archive;
    }

    private void requireEmpty() {
        if (unfinished.isThere()) {
            return;
        }
        var full = new TreeSet<String>();
        for (var name : database.listCollectionNames()) {
            if (!HARMLESS.contains(name)
                    && !name.startsWith("system.")
                    && database.getCollection(name)
                                    .find()
                                    .projection(new Document("_id", 1))
                                    .first()
                            != null) {
                full.add(name);
            }
        }
        if (!full.isEmpty()) {
            throw new CannotImport("the installation is not empty, it holds: " + String.join(", ", full));
        }
    }

    private void write(Path file, Archive archive, Progress progress, Lease lease) {
        boolean isResumed = unfinished.isThere();
        if (isResumed && !unfinished.isOf(archive)) {
            throw new CannotImport("the import of another log was not finished here");
        }
        if (!lease.tryHold()) {
            throw new CannotImport("a service works on this log; stop it first");
        }
        if (!isResumed) {
            requireEmpty();
            unfinished.put(archive);
        }
        commits.createIndex();
        var batch = new ImportBatch(commits, lease, isResumed);
        if (!ArchiveReader.read(file, progress, batch::add).equals(archive)) {
            throw new CannotImport("the file changed while it was read; the import is not finished");
        }
        batch.send();
        if (!commits.last().equals(new Head(archive.position(), archive.hash()))
                || commits.census().countUpTo(Commits.FURTHEST) != archive.commits()) {
            throw new CannotImport("the log does not hold what the file holds; the import is not finished");
        }
        unfinished.remove();
    }
}
