package linxi.command.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Says which instance works, so that two do not get in each other's way; it does not make their work correct (for the
 * log the unique {@code _id} does). A holder that dies is replaced after {@link #TERM}. For one thread.
 */
public final class Lease {
    /** How long a holder keeps it without a sign of life. */
    public static final Duration TERM = Duration.ofSeconds(3);

    private static final long SLICE_NANOS = Duration.ofMillis(200).toNanos();
    /** A holder that handed over leaves the lease alone so long, for the other to take it. */
    private static final long COURTESY_NANOS = Duration.ofMillis(100).toNanos();

    private static final String NOBODY = "";

    private final MongoCollection<Document> leases;
    private final String name;
    private final boolean handsOver;
    private final String owner = UUID.randomUUID().toString();
    private volatile boolean held;
    private long sliceEnds;
    private long courteousUntil = System.nanoTime();
    private @Nullable Document seen;
    private long seenAt;

    private Lease(MongoDatabase database, String name, boolean handsOver) {
        this.leases = database.getCollection("leases");
        this.name = name;
        this.handsOver = handsOver;
    }

    /** Time-sliced: instances that want it hold it in turns. */
    public static Lease shared(MongoDatabase database, String name) {
        return new Lease(database, name, true);
    }

    /** The holder keeps it until it stops or dies. */
    public static Lease exclusive(MongoDatabase database, String name) {
        return new Lease(database, name, false);
    }

    /**
     * Takes, keeps or hands over the lease. Cheap while a slice of 200 ms lasts, so call it before each piece of work.
     *
     * @return whether this instance may work now
     * @throws StoreAway where the store cannot be asked; the lease then counts as not held
     */
    public boolean tryHold() {
        if (held && System.nanoTime() - sliceEnds < 0) {
            return true;
        }
        boolean held = this.held;
        this.held = false;
        this.held = StoreAway.unlessAway(() -> held ? keep() : take());
        return this.held;
    }

    /** May be asked on any thread. */
    public boolean isHeld() {
        return held;
    }

    /** Lets others take it at once. */
    public void release() {
        if (held) {
            held = false;
            var _ = StoreAway.unlessAway(() -> leases.updateOne(mine(), owned(NOBODY)));
        }
    }

    private boolean keep() {
        var kept = leases.findOneAndUpdate(
                mine(), owned(owner), new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
        if (kept == null) {
            return false;
        }
        if (handsOver && isWantedByAnother(kept)) {
            var _ = leases.updateOne(mine(), owned(NOBODY));
            courteousUntil = System.nanoTime() + COURTESY_NANOS;
            return false;
        }
        startSlice();
        return true;
    }

    private boolean take() {
        var lease = read();
        if (isBarred(lease)) {
            if (handsOver && lease.getString("wanted") == null) {
                var _ = leases.updateOne(new Document("_id", name), set(new Document("wanted", owner)));
            }
            return false;
        }
        // One that wanted it and did not come in time has to ask again.
        var now = new Document("owner", owner)
                .append("until", Date.from(Instant.now().plus(TERM)))
                .append("wanted", null);
        var unchanged = new Document("_id", name)
                .append("owner", lease.getString("owner"))
                .append("until", lease.getDate("until"));
        if (leases.updateOne(unchanged, set(now)).getModifiedCount() == 0) {
            return false;
        }
        startSlice();
        return true;
    }

    private boolean isBarred(Document lease) {
        var holder = lease.getString("owner");
        if (NOBODY.equals(holder)) {
            return isWantedByAnother(lease) && System.nanoTime() - courteousUntil < 0;
        }
        return !holder.equals(owner) && !isExpired(lease);
    }

    /** By its date, or, as clocks differ, by showing no change for a whole term. */
    private boolean isExpired(Document lease) {
        long now = System.nanoTime();
        if (!Objects.equals(seen, lease)) {
            seen = lease;
            seenAt = now;
        }
        return lease.getDate("until").toInstant().isBefore(Instant.now()) || now - seenAt > TERM.toNanos();
    }

    private boolean isWantedByAnother(Document lease) {
        var wanted = lease.getString("wanted");
        return wanted != null && !wanted.equals(owner);
    }

    private void startSlice() {
        sliceEnds = System.nanoTime() + SLICE_NANOS;
    }

    private Document read() {
        var lease = leases.find(new Document("_id", name)).first();
        if (lease != null) {
            return lease;
        }
        var fresh = new Document("_id", name).append("owner", NOBODY).append("until", Date.from(Instant.EPOCH));
        try {
            var _ = leases.insertOne(fresh);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        return fresh;
    }

    private Document mine() {
        return new Document("_id", name).append("owner", owner);
    }

    private static Document owned(String by) {
        return set(new Document("owner", by)
                .append("until", Date.from(Instant.now().plus(TERM))));
    }

    private static Document set(Document fields) {
        return new Document("$set", fields);
    }
}
