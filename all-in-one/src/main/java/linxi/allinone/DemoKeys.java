package linxi.allinone;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.allinone.demo.Credentials;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;

/** Keys for each party that acts in the demonstration, made when they are needed and removed at the end. */
final class DemoKeys implements Credentials, AutoCloseable {
    private static final Pattern ADMINS = Pattern.compile("/api/(parties|products|households)(/.*)?");
    private static final Pattern MARKETS =
            Pattern.compile("/api/(shipments/[^/]+/(arrival|receipts|receipt-corrections|rejection)"
                    + "|settlements/[^/]+/(agreement|payment|returns))");

    private final ApiKeys keys;
    private final Map<String, String> made = new ConcurrentHashMap<>();

    DemoKeys(MongoDatabase database) {
        this.keys = new ApiKeys(database, Clock.systemUTC());
    }

    @Override
    public void sign(HttpRequest.Builder request, @Nullable String path, @Nullable String party) {
        var role = role(path);
        var key = made.computeIfAbsent(
                role + "/" + party,
                _ -> keys.make("demonstration data", role, party == null ? null : new PartyId(party)));
        request.header("Authorization", "Bearer " + key);
    }

    private static Role role(@Nullable String path) {
        if (path == null) {
            return Role.ANALYST;
        }
        if (ADMINS.matcher(path).matches()) {
            return Role.ADMIN;
        }
        return MARKETS.matcher(path).matches() ? Role.RECEIVER : Role.CLERK;
    }

    @Override
    public void close() {
        made.values().forEach(key -> keys.remove(ApiKeys.id(key)));
    }
}
