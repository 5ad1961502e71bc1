package linxi.access.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import linxi.access.AccessRefused;
import linxi.access.Role;
import linxi.access.oidc.Vouched;
import linxi.events.PartyId;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The collection {@code accounts}. Throws {@link com.mongodb.MongoException} where MongoDB is away. */
public final class Accounts {
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> collection;

    public Accounts(MongoDatabase database) {
        this.collection = database.getCollection("accounts");
    }

    public @Nullable Account find(String name) {
        var found = collection.find(eq("_id", name)).first();
        return found == null ? null : account(found);
    }

    /** Whether there is none with a password here. */
    public boolean isEmpty() {
        return collection.find(exists("person", false)).limit(1).first() == null;
    }

    /** By name. */
    public List<Account> all() {
        return collection
                .find()
                .sort(Sorts.ascending("_id"))
                .map(Accounts::account)
                .into(new ArrayList<>());
    }

    /**
     * Keeps what a provider says of somebody who logs in there; another role or organisation ends his sessions.
     *
     * @return his account, which may be disabled
     * @throws AccessRefused {@code CANNOT_TELL} where others keep changing it
     */
    public Account vouched(Vouched it) {
        for (int tries = 0; tries < 5; tries++) {
            var before = find(it.name());
            var after = before == null ? first(it) : before.isSaidBy(it) ? before : changed(before, it);
            if (after != null) {
                return after;
            }
        }
        throw new AccessRefused(AccessRefused.Reason.CANNOT_TELL);
    }

    private @Nullable Account first(Vouched it) {
        var account = Account.of(it);
        return add(account) ? account : null;
    }

    private @Nullable Account changed(Account before, Vouched it) {
        return update(
                and(eq("_id", before.name()), eq("generation", before.generation())),
                combine(role(it.role(), it.organisation()), set("person", it.person()), inc("generation", 1L)));
    }

    /** @return whether it is new; one of that name is left as it is */
    public boolean add(Account account) {
        try {
            var _ = collection.insertOne(document(account));
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /**
     * @param lapse of failures, after the last of them
     * @return the account after one more failure; null where there is none
     */
    @Nullable
    Account failed(String name, Instant now, Duration lapse) {
        var longAgo = Date.from(now.minus(lapse));
        var at = set("failedAt", Date.from(now));
        var further = update(and(eq("_id", name), gt("failedAt", longAgo)), combine(inc("failures", 1), at));
        if (further != null) {
            return further;
        }
        var isFirst = or(exists("failedAt", false), lte("failedAt", longAgo));
        var first = update(and(eq("_id", name), isFirst), combine(set("failures", 1), at));
        // Of two that were the first at once, one is the second.
        return first == null ? update(eq("_id", name), combine(inc("failures", 1), at)) : first;
    }

    void lock(String name, Instant until) {
        var _ = update(eq("_id", name), combine(set("lockedUntil", Date.from(until)), set("failures", 0)));
    }

    void succeeded(String name) {
        var _ = update(eq("_id", name), combine(set("failures", 0), unset("lockedUntil")));
    }

    /** @return null where there is no such account, or it has changed since */
    @Nullable
    Account password(Account before, String hash, boolean mustChange) {
        return update(
                and(eq("_id", before.name()), eq("generation", before.generation())),
                combine(
                        set("password", hash),
                        set("mustChange", mustChange),
                        set("failures", 0),
                        unset("lockedUntil"),
                        inc("generation", 1L)));
    }

    /** @return null where there is no such account */
    public @Nullable Account disable(String name, boolean disabled) {
        return update(eq("_id", name), combine(set("disabled", disabled), inc("generation", 1L)));
    }

    /** @return null where there is no such account */
    public @Nullable Account assign(String name, Role role, @Nullable PartyId organisation) {
        return update(eq("_id", name), combine(role(role, organisation), inc("generation", 1L)));
    }

    private static Bson role(Role role, @Nullable PartyId organisation) {
        var home = organisation == null ? unset("organisation") : set("organisation", organisation.value());
        return combine(set("role", role.name()), home);
    }

    private @Nullable Account update(Bson which, Bson change) {
        var after = collection.findOneAndUpdate(which, change, AFTER);
        return after == null ? null : account(after);
    }

    private static Document document(Account account) {
        var document = new Document("_id", account.name())
                .append("password", account.password())
                .append("role", account.role().name())
                .append("mustChange", account.mustChange())
                .append("disabled", account.disabled())
                .append("failures", account.failures())
                .append("generation", account.generation());
        if (account.organisation() != null) {
            document.append("organisation", account.organisation().value());
        }
        if (account.person() != null) {
            document.append("person", account.person());
        }
        return document;
    }

    private static Account account(Document document) {
        var organisation = document.getString("organisation");
        var locked = document.getDate("lockedUntil");
        return new Account(
                document.getString("_id"),
                document.getString("password"),
                Role.valueOf(document.getString("role")),
                organisation == null ? null : new PartyId(organisation),
                document.getBoolean("mustChange"),
                document.getBoolean("disabled"),
                document.getInteger("failures"),
                locked == null ? null : locked.toInstant(),
                document.getLong("generation"),
                document.getString("person"));
    }
}
