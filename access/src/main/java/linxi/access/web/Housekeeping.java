package linxi.access.web;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import linxi.access.Role;
import linxi.access.Secrets;
import linxi.access.account.Accounts;
import linxi.access.account.Logins;
import linxi.access.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the first account where there is none, and clears away sessions that have ended. */
public final class Housekeeping implements AutoCloseable {
    /** Of the first administrator. */
    public static final String FIRST = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration USUALLY = Duration.ofHours(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Accounts accounts;
    private final Logins logins;
    private final Sessions sessions;
    private final AccessSettings settings;
    private final CompletableFuture<Optional<String>> first = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    Housekeeping(Accounts accounts, Logins logins, Sessions sessions, AccessSettings settings) {
        this.accounts = accounts;
        this.logins = logins;
        this.sessions = sessions;
        this.settings = settings;
        this.thread = Thread.ofVirtual().name("access-housekeeping").unstarted(this::run);
    }

    void start() {
        if (settings.login()) {
            thread.start();
        } else {
            first.complete(Optional.empty());
        }
    }

    /**
     * The first administrator's, once it is known whether there is one.
     *
     * @return empty where there were accounts
     */
    public CompletableFuture<Optional<String>> firstPassword() {
        return first.copy();
    }

    private void run() {
        try {
            for (var pause = Duration.ZERO; !stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS); ) {
                pause = keep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration keep() {
        try {
            if (!first.isDone()) {
                found();
            }
            LOG.debug("{} sessions have ended", sessions.sweep());
            return USUALLY;
        } catch (RuntimeException e) {
            LOG.warn("accounts and sessions are not looked after: {}", e.toString());
            return AFTER_FAILURE;
        }
    }

    private void found() {
        var password = Secrets.password();
        boolean made = accounts.isEmpty() && logins.add(FIRST, password, Role.ADMIN, null) != null;
        if (made && settings.announce()) {
            // Not into the log: it is shown to whoever starts this, once.
            System.out.printf("First account: %s, password %s (to be changed at the first login)%n", FIRST, password);
        }
        first.complete(made ? Optional.of(password) : Optional.empty());
    }

    @Override
    public void close() {
        stopping.countDown();
        try {
            if (thread.isAlive() && !thread.join(AFTER_FAILURE)) {
                LOG.warn("housekeeping did not stop within {}", AFTER_FAILURE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
