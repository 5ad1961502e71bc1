package linxi.command.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Says what became of commits by looking at what is stored under their keys. Never by an error's text: a duplicate-key
 * error names one key only, and after a network error there is none.
 */
final class Judge {
    private final Commits commits;
    private final Sequences sequences;

    Judge(Commits commits, Sequences sequences) {
        this.commits = commits;
        this.sequences = sequences;
    }

    /** Settles those that are stored (by us, before an answer got lost) or can never be; leaves the others open. */
    void settle(List<Pending> doubtful) {
        var holders = holders(doubtful);
        doubtful.forEach(pending -> {
            var verdict = verdict(pending, holders);
            if (verdict != null) {
                pending.fail(verdict);
            }
        });
    }

    /** Settles all: what is neither stored nor barred by a taken place would leave a gap. */
    void refuse(List<Pending> suspects) {
        settle(suspects);
        for (var pending : suspects) {
            pending.fail(new StreamConflict((pending.isOpening() ? "the log is not empty for " : "a gap before ")
                    + pending.firsts().getFirst().storeKey()));
        }
    }

    private @Nullable RuntimeException verdict(Pending pending, Map<String, Document> holders) {
        RuntimeException taken = null;
        for (var event : pending.events()) {
            var holder = holders.get(event.storeKey());
            if (holder != null) {
                sequences.saw(event.aggregate(), event.sequence());
                if (pending.id().equals(holder.getString("id"))) {
                    pending.stored(holder.getLong("_id"));
                    return null;
                }
                taken = new StreamConflict(event.storeKey() + " is taken");
            }
        }
        var command = pending.command();
        var before = command == null ? null : holders.get(StoredCommit.commandKey(command.key()));
        return before == null ? taken : new AlreadyRecorded(answered(before));
    }

    private Map<String, Document> holders(List<Pending> doubtful) {
        var keys = new ArrayList<String>();
        doubtful.forEach(pending -> keys.addAll(pending.keys()));
        Map<String, Document> holders = new HashMap<>();
        for (var page : Pages.of(keys)) {
            for (var document : commits.headersHolding(page)) {
                document.getList("keys", String.class).forEach(key -> holders.put(key, document));
            }
        }
        return holders;
    }

    static Answered answered(Document header) {
        var command = Objects.requireNonNull(StoredCommit.command(header), "the commit of a command");
        return new Answered(command, header.getLong("_id") + header.getInteger("n") - 1);
    }
}
