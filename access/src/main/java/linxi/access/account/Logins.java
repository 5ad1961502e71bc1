package linxi.access.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import linxi.access.Role;
import linxi.access.Secrets;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Names and passwords. A wrong name takes as long as a wrong password and is answered the same. Five failures, none of
 * them a quarter of an hour after the one before, lock a name for a quarter of an hour, whoever made them.
 */
public final class Logins {
    public static final int SHORTEST = 10;
    /** bcrypt looks at no more. */
    public static final int MOST_BYTES = 72;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,63}");
    private static final int FAILURES = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final int STRENGTH = 11;
    private static final int STRANGERS = 10_000;

    /** A hash takes a tenth of a second of a processor: others must come through meanwhile. */
    private static final int AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Accounts accounts;
    private final Clock clock;
    private final PasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);
    private final String nobodys = encoder.encode(Secrets.random());
    private final Semaphore hashing = new Semaphore(AT_ONCE, true);
    /** Of names that are nobody's: they are locked like others, or a lock would tell which there are. */
    private final Cache<String, Integer> strangers = Caffeine.newBuilder()
            .maximumSize(STRANGERS)
            .expireAfterWrite(LOCKED)
            .build();

    public Logins(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether an account may be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Whether it is long enough, and not longer than the hash sees. */
    public static boolean isPassword(String password) {
        return password.length() >= SHORTEST && password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /** @throws AccessRefused where name and password do not belong together, or the account is locked or disabled */
    public Account login(String name, String password) {
        // Judged and counted within one turn: else a crowd of tries would be judged before the first of them counts.
        return slowly(() -> judged(name, password));
    }

    private Account judged(String name, String password) {
        var account = isName(name) ? accounts.find(name) : null;
        boolean locked =
                account == null ? strangers.get(name, _ -> 0) >= FAILURES : account.isLockedAt(clock.instant());
        if (locked) {
            throw new AccessRefused(Reason.LOCKED_OUT);
        }
        boolean right = matches(password, account == null ? nobodys : account.password());
        if (account == null) {
            strangers.asMap().merge(name, 1, Integer::sum);
            throw new AccessRefused(Reason.WRONG_NAME_OR_PASSWORD);
        }
        if (!right || account.disabled()) {
            failed(name);
            throw new AccessRefused(Reason.WRONG_NAME_OR_PASSWORD);
        }
        if (account.failures() > 0 || account.lockedUntil() != null) {
            accounts.succeeded(name);
        }
        return account;
    }

    private void failed(String name) {
        var after = accounts.failed(name, clock.instant(), LOCKED);
        if (after != null && after.failures() >= FAILURES) {
            accounts.lock(name, clock.instant().plus(LOCKED));
        }
    }

    /**
     * Every session of the account ends with it.
     *
     * @throws IllegalArgumentException where {@link #isPassword} refuses the new one
     * @throws AccessRefused where the old one is wrong
     */
    public Account change(String name, String old, String next) {
        var account = login(name, old);
        var changed = accounts.password(account, hash(next), false);
        if (changed == null) {
            throw new AccessRefused(Reason.WRONG_NAME_OR_PASSWORD);
        }
        return changed;
    }

    /**
     * A new account with a password that must be changed.
     *
     * @return null where one of that name exists
     */
    public @Nullable Account add(String name, String password, Role role, @Nullable PartyId organisation) {
        return add(name, password, role, organisation, true);
    }

    /** The same, for accounts that everybody may know. */
    public @Nullable Account add(
            String name, String password, Role role, @Nullable PartyId organisation, boolean mustChange) {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a name of an account");
        }
        var account = new Account(name, hash(password), role, organisation, mustChange, false, 0, null, 1, null);
        return accounts.add(account) ? account : null;
    }

    /** @return null where there is no such account */
    public @Nullable Account reset(String name, String password) {
        var account = accounts.find(name);
        return account == null ? null : accounts.password(account, hash(password), true);
    }

    private String hash(String password) {
        if (!isPassword(password)) {
            throw new IllegalArgumentException("too short or too long for a password");
        }
        return slowly(() -> encoder.encode(password));
    }

    private boolean matches(String password, String hash) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES && encoder.matches(password, hash);
    }

    private <T> T slowly(java.util.function.Supplier<T> work) {
        try {
            if (!hashing.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AccessRefused(Reason.CANNOT_TELL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AccessRefused(Reason.CANNOT_TELL);
        }
        try {
            return work.get();
        } finally {
            hashing.release();
        }
    }
}
