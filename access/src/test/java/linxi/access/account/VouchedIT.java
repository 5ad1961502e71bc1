package linxi.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import linxi.access.AccessRefused;
import linxi.access.MovableClock;
import linxi.access.Role;
import linxi.access.oidc.Vouched;
import linxi.access.session.Sessions;
import linxi.embedded.EmbeddedMongo;
import linxi.events.PartyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of people whom a provider vouches for: enough to shut them out. */
@SuppressWarnings("NullAway.Init") // made before each test
class VouchedIT {
    private static final Vouched WANG = new Vouched("f3-1", "王芳", Role.CLERK, new PartyId("dakang"));

    private EmbeddedMongo mongo;
    private MongoClient client;
    private final MovableClock clock = new MovableClock();
    private Accounts accounts;
    private Logins logins;
    private Sessions sessions;

    @BeforeEach
    void start() {
        mongo = EmbeddedMongo.inMemory();
        client = MongoClients.create(mongo.uri());
        var database = client.getDatabase("linxi");
        accounts = new Accounts(database);
        logins = new Logins(accounts, clock);
        sessions = new Sessions(database, clock);
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void isThereFromTheFirstLoginAndStays() {
        var first = accounts.vouched(WANG);
        assertThat(first.caller()).isEqualTo(WANG.caller());
        assertThat(first.mustChange()).isFalse();
        assertThat(accounts.vouched(WANG)).isEqualTo(first);
        assertThat(accounts.all()).containsExactly(first);
    }

    @Test
    void isMadeOnceByManyAtOnce() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var logins = new ArrayList<Future<Account>>();
            for (int i = 0; i < 20; i++) {
                logins.add(many.submit(() -> accounts.vouched(WANG)));
            }
            for (var login : logins) {
                assertThat(login.get().generation()).isEqualTo(1);
            }
        }
    }

    @Test
    void changesWithWhatTheProviderSaysWhichEndsItsSessions() {
        var clerk = accounts.vouched(WANG);
        var analyst = accounts.vouched(new Vouched("f3-1", "王芳", Role.ANALYST, null));
        assertThat(analyst.generation()).isGreaterThan(clerk.generation());
        assertThat(analyst.organisation()).isNull();
        assertThat(Objects.requireNonNull(accounts.find("oidc:f3-1")).role()).isEqualTo(Role.ANALYST);
    }

    @Test
    void staysDisabledWhateverTheProviderSays() {
        var _ = accounts.vouched(WANG);
        var _ = accounts.disable("oidc:f3-1", true);
        assertThat(accounts.vouched(WANG).disabled()).isTrue();
        assertThat(accounts.vouched(new Vouched("f3-1", "王芳", Role.ADMIN, null)).disabled())
                .isTrue();
    }

    @Test
    void hasNoPassword() {
        var _ = accounts.vouched(WANG);
        for (var password : List.of("", "x".repeat(10))) {
            assertThatThrownBy(() -> logins.login("oidc:f3-1", password)).isInstanceOf(AccessRefused.class);
        }
    }

    /** Else there would be nobody to let in while the provider is away. */
    @Test
    void isNoReasonNotToMakeAnAdministratorHere() {
        var _ = accounts.vouched(new Vouched("f3-2", "赵", Role.ADMIN, null));
        assertThat(accounts.isEmpty()).isTrue();
        var _ = logins.add("admin", "correct horse", Role.ADMIN, null);
        assertThat(accounts.isEmpty()).isFalse();
    }

    @Test
    void isSentToTheProviderAgainAfterAWhile() {
        var token = sessions.begin(accounts.vouched(WANG), Duration.ofHours(12));
        clock.pass(Duration.ofHours(12));
        assertThat(sessions.find(token)).isNotNull();
        clock.pass(Duration.ofSeconds(1));
        assertThat(sessions.find(token)).isNull();
        assertThat(sessions.sweep()).isEqualTo(1);
    }
}
