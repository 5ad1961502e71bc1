package linxi.access.gate;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import java.util.Objects;
import java.util.function.Supplier;
import linxi.access.Secrets;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The installation's {@link Pseudonyms}: their secret lies in the collection {@code secrets}, made when first needed. */
public final class PseudonymSecret implements Supplier<Pseudonyms> {
    private static final String ID = "pseudonyms";

    private final MongoDatabase database;
    private volatile @Nullable Pseudonyms known;

    public PseudonymSecret(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public Pseudonyms get() {
        var before = known;
        if (before != null) {
            return before;
        }
        var secret = read();
        var now = new Pseudonyms((secret == null ? made() : secret).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        known = now;
        return now;
    }

    private @Nullable String read() {
        var found = database.getCollection("secrets").find(eq("_id", ID)).first();
        return found == null ? null : found.getString("secret");
    }

    private String made() {
        var secret = Secrets.random();
        try {
            var _ = database.getCollection("secrets").insertOne(new Document("_id", ID).append("secret", secret));
            return secret;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getError().getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return Objects.requireNonNull(read());
        }
    }
}
