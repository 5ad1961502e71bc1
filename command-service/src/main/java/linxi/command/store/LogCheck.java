package linxi.command.store;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Goes over all commits and recomputes what must hold: positions, form, keys, sequences, the hash chain. */
final class LogCheck {
    private final Map<String, Long> nextSequences = new HashMap<>();
    private final Set<String> commands = new HashSet<>();
    private Head head = Head.EMPTY;
    private long count;

    private LogCheck() {}

    static Verification of(Commits commits) {
        var check = new LogCheck();
        for (var document : commits.all()) {
            var damage = check.damage(document);
            if (damage != null) {
                return check.result(check.head.position() + 1, damage);
            }
        }
        return check.result(null, null);
    }

    private Verification result(@Nullable Long damagedAt, @Nullable String damage) {
        return new Verification(count, head.position(), head.hash(), damagedAt, damage);
    }

    private @Nullable String damage(Document document) {
        StoredCommit commit;
        try {
            commit = StoredCommit.from(document);
            // The way back shows whatever the way in would overlook: other fields, other types, n, keys.
            if (!commit.toDocument().equals(document)) {
                return "another form than was written";
            }
        } catch (ClassCastException | NullPointerException | DateTimeException e) {
            return "another form than was written: " + e;
        }
        if (commit.first() != head.position() + 1) {
            return "the next commit is at " + commit.first();
        }
        if (!CommitHash.of(head.hash(), commit).equals(commit.hash())) {
            return "another hash";
        }
        return damagedSequence(commit);
    }

    private @Nullable String damagedSequence(StoredCommit commit) {
        for (var event : commit.events()) {
            long expected = nextSequences.getOrDefault(event.aggregate(), 0L);
            if (event.sequence() != expected) {
                return event.storeKey() + " where " + expected + " is next";
            }
            nextSequences.put(event.aggregate(), expected + 1);
        }
        if (commit.command() != null && !commands.add(commit.command().key())) {
            return "a command recorded twice";
        }
        head = Head.after(commit);
        count++;
        return null;
    }
}
