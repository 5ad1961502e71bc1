package linxi.access.session;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import linxi.access.Secrets;
import linxi.access.account.Account;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The collection {@code sessions}, shared by all services: of a token only its hash is kept. A session ends after a day
 * without a request, a week after it began, and with every change of its account.
 */
public final class Sessions {
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final Duration IDLE = Duration.ofDays(1);
    /** A request seldom writes. */
    private static final Duration NOTED = Duration.ofMinutes(5);

    private final MongoCollection<Document> collection;
    private final Clock clock;

    public Sessions(MongoDatabase database, Clock clock) {
        this.collection = database.getCollection("sessions");
        this.clock = clock;
    }

    /** @return the token, which is nowhere kept */
    public String begin(Account account) {
        return begin(account, LONGEST);
    }

    /** @param longest at most {@link #LONGEST} */
    public String begin(Account account, Duration longest) {
        var token = Secrets.random();
        var now = clock.instant();
        var _ = collection.insertOne(new Document("_id", Secrets.hash(token))
                .append("account", account.name())
                .append("generation", account.generation())
                .append("began", Date.from(now))
                .append("seen", Date.from(now))
                .append("ends", Date.from(now.plus(longest))));
        return token;
    }

    /** @return null where there is none, or it has ended */
    public @Nullable Session find(String token) {
        var found = collection.find(eq("_id", Secrets.hash(token))).first();
        if (found == null) {
            return null;
        }
        var session = session(found);
        var now = clock.instant();
        if (hasEnded(session, now)) {
            return null;
        }
        if (session.seen().plus(NOTED).isBefore(now)) {
            var _ = collection.updateOne(eq("_id", session.id()), set("seen", Date.from(now)));
        }
        return session;
    }

    private static Session session(Document found) {
        var began = found.getDate("began").toInstant();
        var ends = found.getDate("ends"); // which sessions of before have not
        return new Session(
                found.getString("_id"),
                found.getString("account"),
                found.getLong("generation"),
                began,
                found.getDate("seen").toInstant(),
                ends == null ? began.plus(LONGEST) : ends.toInstant());
    }

    private static boolean hasEnded(Session session, Instant now) {
        return session.seen().plus(IDLE).isBefore(now) || session.ends().isBefore(now);
    }

    public void end(String token) {
        var _ = collection.deleteOne(eq("_id", Secrets.hash(token)));
    }

    /** Deletes what has ended. */
    public long sweep() {
        var now = clock.instant();
        long idle =
                collection.deleteMany(lt("seen", Date.from(now.minus(IDLE)))).getDeletedCount();
        long old = collection
                .deleteMany(lt("began", Date.from(now.minus(LONGEST))))
                .getDeletedCount();
        return idle + old + collection.deleteMany(lt("ends", Date.from(now))).getDeletedCount();
    }
}
