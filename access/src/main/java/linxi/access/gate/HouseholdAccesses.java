package linxi.access.gate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import linxi.access.Caller;
import linxi.access.Role;
import linxi.edge.http.CorrelationFilter;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** The collection {@code household_access}: who looked at households by their keys, when, where and what for. */
public final class HouseholdAccesses {
    /** What an auditor looks for, who is not asked. */
    public static final String AUDIT = "audit";

    /** What an administrator looks for, who keeps the register. */
    public static final String REGISTER = "register";

    private final MongoCollection<Document> collection;
    private final Clock clock;

    public HouseholdAccesses(MongoDatabase database, Clock clock) {
        this.collection = database.getCollection("household_access");
        this.clock = clock;
    }

    /**
     * One look at households.
     *
     * @param id later ones have a greater one
     * @param account its name, or that of a key
     * @param role of old ones, which have none, that of a viewer
     * @param query of the address, as it was asked
     */
    public record Look(
            String id,
            Instant at,
            String account,
            Role role,
            String purpose,
            String path,
            @Nullable String query) {
        /** Whether the purpose is one that nobody was asked for. */
        public boolean isUnasked() {
            return role == Role.AUDITOR || role == Role.ADMIN;
        }

        /** What was looked at. */
        public String address() {
            return query == null ? path : path + "?" + query;
        }
    }

    /** Before anything is shown; throws {@link com.mongodb.MongoException} where it cannot be written down. */
    void note(Caller caller, String purpose, HttpServletRequest http) {
        var _ = collection.insertOne(new Document("at", Date.from(clock.instant()))
                .append("account", caller.name())
                .append("role", caller.role().name())
                .append("purpose", purpose)
                .append("path", http.getRequestURI())
                .append("query", http.getQueryString())
                .append("correlation", CorrelationFilter.of(http)));
    }

    /** Whether it can be the id of a look. */
    public static boolean isId(String text) {
        return ObjectId.isValid(text);
    }

    /**
     * The newest first.
     *
     * @param before the id of the last one that was seen; null to begin with the newest
     */
    public List<Look> newest(@Nullable String before, int most) {
        var wanted = before == null ? Filters.empty() : Filters.lt("_id", new ObjectId(before));
        return collection
                .find(wanted)
                .sort(Sorts.descending("_id"))
                .limit(most)
                .map(HouseholdAccesses::look)
                .into(new ArrayList<>());
    }

    private static Look look(Document it) {
        var role = it.getString("role");
        return new Look(
                it.getObjectId("_id").toHexString(),
                it.getDate("at").toInstant(),
                it.getString("account"),
                role == null ? Role.HOUSEHOLD_VIEWER : Role.valueOf(role),
                it.getString("purpose"),
                it.getString("path"),
                it.getString("query"));
    }
}
