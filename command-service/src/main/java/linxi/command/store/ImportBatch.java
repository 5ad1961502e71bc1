package linxi.command.store;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Commits of a file on their way into the log, a bounded number at a time, in order. */
final class ImportBatch {
    private static final int MOST = 500;
    private static final long CHARS = 6L << 20;

    private final Commits commits;
    private final Lease lease;
    private boolean maybeThere;
    private final List<StoredCommit> waiting = new ArrayList<>();
    private long chars;

    /** @param maybeThere an import before this one may have stored some of them */
    ImportBatch(Commits commits, Lease lease, boolean maybeThere) {
        this.commits = commits;
        this.lease = lease;
        this.maybeThere = maybeThere;
    }

    void add(StoredCommit commit) {
        waiting.add(commit);
        chars += commit.events().stream()
                .mapToLong(event -> event.data().length())
                .sum();
        if (waiting.size() == MOST || chars > CHARS) {
            send();
        }
    }

    /** @throws CannotImport where something else is stored than these commits */
    void send() {
        var missing = waiting.stream().map(StoredCommit::toDocument).toList();
        if (maybeThere) {
            missing = missing.stream().filter(document -> !isThere(document)).toList();
            maybeThere = missing.size() < waiting.size();
        }
        if (!lease.tryHold()) {
            throw new CannotImport("a service took the log over; the import is not finished");
        }
        if (!missing.isEmpty() && commits.insert(missing) < missing.size()) {
            throw new CannotImport("the log holds something else than the file; the import is not finished");
        }
        waiting.clear();
        chars = 0;
    }

    private boolean isThere(Document document) {
        var stored = commits.starting(document.getLong("_id"), 1).first();
        if (stored == null) {
            return false;
        }
        if (!stored.equals(document)) {
            throw new CannotImport("the log holds something else than the file at " + document.getLong("_id"));
        }
        return true;
    }
}
