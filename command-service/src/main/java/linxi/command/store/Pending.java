package linxi.command.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A commit between its caller and the writer. Once sent it cannot be withdrawn, for it may be stored. */
final class Pending {
    private enum State {
        QUEUED,
        SENT,
        WITHDRAWN
    }

    /** Room of an event's document beside its JSON. */
    private static final int EVENT_OVERHEAD = 512;

    private final Commit commit;
    private final boolean opening;
    private final List<StoredEvent> events;
    private final List<StoredEvent> firsts = new ArrayList<>();
    private final List<String> keys;
    private final long bytes;
    private final String id = UUID.randomUUID().toString();
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
    private final CompletableFuture<Recorded> outcome = new CompletableFuture<>();

    /**
     * @throws TooLarge where a limit is passed
     * @throws StreamConflict where the sequences of a stream do not follow each other within the commit
     */
    Pending(Commit commit) {
        this(commit, false);
    }

    /** @param opening whether it may only be the first of the log */
    Pending(Commit commit, boolean opening) {
        if (commit.events().size() > Limits.COMMIT_EVENTS) {
            throw new TooLarge(commit.events().size() + " events in a commit");
        }
        this.commit = commit;
        this.opening = opening;
        this.events = commit.events().stream().map(StoredEvent::of).toList();
        this.keys = StoredCommit.keys(events, commit.command());
        this.bytes = checkedBytes();
        if (bytes > Limits.COMMIT_BYTES + (long) EVENT_OVERHEAD * events.size()) {
            throw new TooLarge(bytes + " bytes in a commit");
        }
        checkSequences();
    }

    private long checkedBytes() {
        long sum = 0;
        for (var event : events) {
            int length = utf8Length(event.data());
            if (length > Limits.EVENT_BYTES) {
                throw new TooLarge("'" + event.name() + "' has " + length + " bytes");
            }
            sum += length + EVENT_OVERHEAD;
        }
        return sum;
    }

    private static int utf8Length(String text) {
        int length = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A surrogate pair is two chars and four bytes.
            length += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return length;
    }

    private void checkSequences() {
        Map<String, Long> last = new HashMap<>();
        for (var event : events) {
            var before = last.put(event.aggregate(), event.sequence());
            if (before == null) {
                firsts.add(event);
            } else if (before + 1 != event.sequence()) {
                throw new StreamConflict(event.storeKey() + " does not follow " + before);
            }
        }
    }

    /** Says that it is being sent. False: its caller gave up before, so it must not be written. */
    boolean send() {
        return state.compareAndSet(State.QUEUED, State.SENT) || state.get() == State.SENT;
    }

    /** Takes it back. False: it is on its way and may be stored. */
    boolean withdraw() {
        return state.compareAndSet(State.QUEUED, State.WITHDRAWN);
    }

    boolean isWithdrawn() {
        return state.get() == State.WITHDRAWN;
    }

    boolean isSent() {
        return state.get() == State.SENT;
    }

    boolean isOpening() {
        return opening;
    }

    StoredCommit after(Head head, Instant recordedAt) {
        var stored = new StoredCommit(
                head.position() + 1, id, recordedAt, commit.by(), commit.correlation(), commit.command(), events, "");
        return stored.withHash(CommitHash.of(head.hash(), stored));
    }

    void stored(long first) {
        outcome.complete(new Recorded(first, first + events.size() - 1));
    }

    void fail(RuntimeException why) {
        outcome.completeExceptionally(why);
    }

    boolean isSettled() {
        return outcome.isDone();
    }

    CompletableFuture<Recorded> outcome() {
        return outcome;
    }

    String id() {
        return id;
    }

    List<StoredEvent> events() {
        return events;
    }

    /** The first event of each stream. */
    List<StoredEvent> firsts() {
        return firsts;
    }

    List<String> keys() {
        return keys;
    }

    @Nullable
    CommandRecord command() {
        return commit.command();
    }

    long bytes() {
        return bytes;
    }
}
