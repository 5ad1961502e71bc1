package linxi.query.check;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What {@code verify} found last, in collection {@code verifications}.
 *
 * @param position of the last event that was looked at
 * @param hash of the last commit
 * @param sound whether all was as it must be
 */
public record LastVerification(Instant at, long position, String hash, boolean sound) {
    private static final Document ID = new Document("_id", "last");

    /** @return null where nobody has looked yet */
    public static @Nullable LastVerification read(MongoDatabase database) {
        var found = database.getCollection("verifications").find(ID).first();
        return found == null
                ? null
                : new LastVerification(
                        found.getDate("at").toInstant(),
                        found.getLong("position"),
                        found.getString("hash"),
                        found.getBoolean("sound"));
    }

    public void write(MongoDatabase database) {
        var document = new Document(ID)
                .append("at", Date.from(at))
                .append("position", position)
                .append("hash", hash)
                .append("sound", sound);
        var _ = database.getCollection("verifications").replaceOne(ID, document, new ReplaceOptions().upsert(true));
    }
}
