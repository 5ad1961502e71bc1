package linxi.access.key;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import linxi.access.Caller;
import linxi.access.Role;
import linxi.access.Secrets;
import linxi.events.PartyId;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The collection {@code keys}. A key reads {@code linxi.<id>.<secret>}; of the secret only its hash is kept. Throws
 * {@link com.mongodb.MongoException} where MongoDB is away.
 */
public final class ApiKeys {
    /** With which every key begins, and nothing else that programs send. */
    public static final String PREFIX = "linxi.";

    private static final Pattern FORM = Pattern.compile("linxi\\.([A-Za-z0-9_-]{8})\\.([A-Za-z0-9_-]{43})");
    private static final int ID = 8;

    private final MongoCollection<Document> collection;
    private final Clock clock;

    public ApiKeys(MongoDatabase database, Clock clock) {
        this.collection = database.getCollection("keys");
        this.clock = clock;
    }

    /** @return the key itself, which is shown this once */
    public String make(String title, Role role, @Nullable PartyId organisation) {
        var id = Secrets.random().substring(0, ID);
        var secret = Secrets.random();
        var document = new Document("_id", id)
                .append("hash", Secrets.hash(secret))
                .append("title", title)
                .append("role", role.name())
                .append("made", Date.from(clock.instant()))
                .append("revoked", false);
        if (organisation != null) {
            document.append("organisation", organisation.value());
        }
        var _ = collection.insertOne(document);
        return PREFIX + id + "." + secret;
    }

    /** @return null where it is none, or is revoked */
    public @Nullable Caller find(String key) {
        var form = FORM.matcher(key);
        if (!form.matches()) {
            return null;
        }
        var found = collection.find(eq("_id", form.group(1))).first();
        if (found == null || !isSame(found.getString("hash"), Secrets.hash(form.group(2)))) {
            return null;
        }
        var it = key(found);
        return it.revoked() ? null : it.caller();
    }

    /** The part of a key that is no secret. */
    public static String id(String key) {
        var form = FORM.matcher(key);
        if (!form.matches()) {
            throw new IllegalArgumentException("no key");
        }
        return form.group(1);
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** @return whether there is one of that id */
    public boolean revoke(String id) {
        return collection.updateOne(eq("_id", id), set("revoked", true)).getMatchedCount() == 1;
    }

    /** As if it had never been. */
    public void remove(String id) {
        var _ = collection.deleteOne(eq("_id", id));
    }

    /** The oldest first. */
    public List<ApiKey> all() {
        return collection
                .find()
                .sort(Sorts.ascending("made", "_id"))
                .map(ApiKeys::key)
                .into(new ArrayList<>());
    }

    private static ApiKey key(Document document) {
        var organisation = document.getString("organisation");
        return new ApiKey(
                document.getString("_id"),
                document.getString("title"),
                Role.valueOf(document.getString("role")),
                organisation == null ? null : new PartyId(organisation),
                document.getDate("made").toInstant(),
                document.getBoolean("revoked"));
    }
}
