package linxi.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import linxi.access.Secrets;
import linxi.access.account.Accounts;
import linxi.access.gate.Login;
import linxi.access.key.ApiKeys;
import linxi.access.session.Sessions;
import org.jspecify.annotations.Nullable;

/** Remembers for two seconds who a session or a key is, so that a busy caller costs no look at MongoDB each time. */
final class KnownCallers {
    /** A key that is revoked, or a session that has ended, counts no longer than this. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private static final int MOST = 10_000;
    /** Nothing longer is a token or a key. */
    private static final int LONGEST = 128;

    private final Accounts accounts;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final Cache<String, Optional<Login>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MOMENT).build();

    KnownCallers(Accounts accounts, Sessions sessions, ApiKeys keys) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.keys = keys;
    }

    @Nullable
    Login byKey(String key) {
        return remembered("key", key, () -> {
            var caller = keys.find(key);
            return caller == null ? null : new Login(caller, false);
        });
    }

    @Nullable
    Login bySession(String token) {
        return remembered("session", token, () -> {
            var session = sessions.find(token);
            if (session == null) {
                return null;
            }
            var account = accounts.find(session.account());
            return account == null || account.disabled() || account.generation() != session.generation()
                    ? null
                    : new Login(account.caller(), account.mustChange());
        });
    }

    /** At once, in this process. */
    void forget(String token) {
        known.invalidate(name("session", token));
    }

    private @Nullable Login remembered(String kind, String secret, Supplier<@Nullable Login> look) {
        if (secret.length() > LONGEST) {
            return null;
        }
        return known.get(name(kind, secret), _ -> Optional.ofNullable(look.get()))
                .orElse(null);
    }

    private static String name(String kind, String secret) {
        return kind + Secrets.hash(secret);
    }
}
