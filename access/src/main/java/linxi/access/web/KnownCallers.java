package linxi.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import linxi.access.Secrets;
import linxi.access.account.Accounts;
import linxi.access.gate.Login;
import linxi.access.key.ApiKeys;
import linxi.access.oidc.Tokens;
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
    private final @Nullable Tokens tokens;
    private final Cache<String, Optional<Login>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MOMENT).build();
    /** Of those whom the provider vouches for, whether they are shut out here. */
    private final Cache<String, Boolean> disabled =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MOMENT).build();

    /** @param tokens null where there is no provider */
    KnownCallers(Accounts accounts, Sessions sessions, ApiKeys keys, @Nullable Tokens tokens) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.keys = keys;
        this.tokens = tokens;
    }

    /**
     * By what a program sends: a key of ours, or a token of the provider.
     *
     * @return null where it is a key that does not hold
     * @throws AccessRefused where it is a token that does not
     */
    @Nullable
    Login byBearer(String word) {
        return tokens == null || word.startsWith(ApiKeys.PREFIX) ? byKey(word) : byToken(tokens, word);
    }

    /** Who it is of is looked up each time: it runs out to the second, and needs no look at MongoDB. */
    private Login byToken(Tokens tokens, String token) {
        var it = tokens.verified(token);
        if (disabled.get(it.name(), this::isDisabled)) {
            throw new AccessRefused(Reason.DISABLED_HERE, "Authorization");
        }
        return new Login(it.caller(), false, it.person());
    }

    private boolean isDisabled(String name) {
        var account = accounts.find(name);
        return account != null && account.disabled();
    }

    private @Nullable Login byKey(String key) {
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
            return account == null
                            || account.disabled()
                            || account.generation() != session.generation()
                            || (account.isOfProvider() && tokens == null)
                    ? null
                    : new Login(account.caller(), account.mustChange(), account.person());
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
