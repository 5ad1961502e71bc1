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
import linxi.access.AccessRefused.Reason;
import linxi.access.MovableClock;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.access.session.Sessions;
import linxi.embedded.EmbeddedMongo;
import linxi.events.PartyId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Accounts, sessions and keys in a server of MongoDB's protocol. */
@SuppressWarnings("NullAway.Init") // made before each test
class LoginsIT {
    private static final String RIGHT = "correct horse";
    private static final PartyId COOP = new PartyId("coop");

    private EmbeddedMongo mongo;
    private MongoClient client;
    private final MovableClock clock = new MovableClock();
    private Accounts accounts;
    private Logins logins;
    private Sessions sessions;
    private ApiKeys keys;

    @BeforeEach
    void start() {
        mongo = EmbeddedMongo.inMemory();
        client = MongoClients.create(mongo.uri());
        var database = client.getDatabase("linxi");
        accounts = new Accounts(database);
        logins = new Logins(accounts, clock);
        sessions = new Sessions(database, clock);
        keys = new ApiKeys(database, clock);
        var _ = logins.add("clerk", RIGHT, Role.CLERK, COOP);
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void letsInByNameAndPasswordTogetherOnly() {
        assertThat(logins.login("clerk", RIGHT).caller().own()).isEqualTo(COOP);
        refused(Reason.WRONG_NAME_OR_PASSWORD, () -> logins.login("clerk", "wrong horse"));
        refused(Reason.WRONG_NAME_OR_PASSWORD, () -> logins.login("nobody", RIGHT));
        refused(Reason.WRONG_NAME_OR_PASSWORD, () -> logins.login("{$ne: 1}", RIGHT));
        refused(Reason.WRONG_NAME_OR_PASSWORD, () -> logins.login("clerk", RIGHT + "x".repeat(100)));
    }

    @Test
    void keepsNoPassword() {
        assertThat(Objects.requireNonNull(accounts.find("clerk")).password())
                .startsWith("$2a$")
                .doesNotContain(RIGHT);
    }

    @Test
    void locksAfterFiveFailuresForAQuarterOfAnHourEvenTheRightPassword() {
        for (int i = 0; i < 5; i++) {
            refused(Reason.WRONG_NAME_OR_PASSWORD, () -> logins.login("clerk", "wrong horse"));
        }
        refused(Reason.LOCKED_OUT, () -> logins.login("clerk", RIGHT));
        clock.pass(Duration.ofMinutes(14));
        refused(Reason.LOCKED_OUT, () -> logins.login("clerk", RIGHT));
        clock.pass(Duration.ofMinutes(2));
        assertThat(logins.login("clerk", RIGHT).name()).isEqualTo("clerk");
    }

    /** As those of names that are nobody's do. */
    @Test
    void forgetsFailuresAfterAQuarterOfAnHour() {
        for (int i = 0; i < 12; i++) {
            refused(Reason.WRONG_NAME_OR_PASSWORD, () -> logins.login("clerk", "wrong horse"));
            clock.pass(Duration.ofMinutes(i % 4 == 3 ? 16 : 1));
        }
    }

    @RepeatedTest(3)
    void locksInTimeForThoseWhoTryManyAtOnce() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Future<Reason>>();
            for (int i = 0; i < 24; i++) {
                tries.add(many.submit(() -> reason("wrong horse")));
            }
            long judged = 0;
            for (var one : tries) {
                judged += one.get() == Reason.WRONG_NAME_OR_PASSWORD ? 1 : 0;
            }
            assertThat(judged).isBetween(5L, 6L);
        }
        assertThat(reason(RIGHT)).isEqualTo(Reason.LOCKED_OUT);
    }

    private Reason reason(String password) {
        try {
            var _ = logins.login("clerk", password);
            throw new AssertionError("let in");
        } catch (AccessRefused refused) {
            return refused.reason();
        }
    }

    /** Or a lock would tell which names there are. */
    @Test
    void locksNamesThatAreNobodysToo() {
        for (var name : List.of("nobody", "clerk")) {
            for (int i = 0; i < 5; i++) {
                refused(Reason.WRONG_NAME_OR_PASSWORD, () -> logins.login(name, "wrong horse"));
            }
            refused(Reason.LOCKED_OUT, () -> logins.login(name, "wrong horse"));
        }
    }

    @Test
    void forgetsFailuresOnceThePasswordWasRight() {
        for (int i = 0; i < 12; i++) {
            refused(Reason.WRONG_NAME_OR_PASSWORD, () -> logins.login("clerk", "wrong horse"));
            if (i % 4 == 3) {
                assertThat(logins.login("clerk", RIGHT).name()).isEqualTo("clerk");
            }
        }
    }

    @Test
    void endsSessionsWithEveryChangeOfTheAccount() {
        var account = logins.login("clerk", RIGHT);
        var generation = account.generation();
        assertThat(logins.change("clerk", RIGHT, "another horse").generation()).isGreaterThan(generation);
        refused(Reason.WRONG_NAME_OR_PASSWORD, () -> logins.login("clerk", RIGHT));
        var disabled = Objects.requireNonNull(accounts.disable("clerk", true));
        assertThat(disabled.generation()).isGreaterThan(generation + 1);
        refused(Reason.WRONG_NAME_OR_PASSWORD, () -> logins.login("clerk", "another horse"));
    }

    @Test
    void refusesPasswordsThatAreShortOrLongerThanTheHashSees() {
        assertThat(Logins.isPassword("123456789")).isFalse();
        assertThat(Logins.isPassword("1234567890")).isTrue();
        assertThat(Logins.isPassword("蛋".repeat(24))).isTrue();
        assertThat(Logins.isPassword("蛋".repeat(25))).isFalse();
        assertThatThrownBy(() -> logins.change("clerk", RIGHT, "short")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void endsASessionAfterADayOfSilenceAndAWeekInAll() {
        var account = logins.login("clerk", RIGHT);
        var silent = sessions.begin(account);
        var busy = sessions.begin(account);
        for (int i = 0; i < 7; i++) {
            assertThat(sessions.find(busy)).as("day %d", i).isNotNull();
            clock.pass(Duration.ofHours(23));
        }
        assertThat(sessions.find(silent)).isNull();
        assertThat(sessions.find(busy)).isNotNull();
        clock.pass(Duration.ofHours(8));
        assertThat(sessions.find(busy)).as("a week").isNull();
        assertThat(sessions.sweep()).isEqualTo(2);
    }

    @Test
    void endsASessionWhenToldTo() {
        var token = sessions.begin(logins.login("clerk", RIGHT));
        assertThat(sessions.find(token)).isNotNull();
        sessions.end(token);
        assertThat(sessions.find(token)).isNull();
        assertThat(client.getDatabase("linxi").getCollection("sessions").countDocuments())
                .isZero();
    }

    @Test
    void knowsAKeyUntilItIsRevoked() {
        var key = keys.make("scales", Role.CLERK, COOP);
        var caller = Objects.requireNonNull(keys.find(key));
        assertThat(caller.role()).isEqualTo(Role.CLERK);
        assertThat(caller.own()).isEqualTo(COOP);
        assertThat(keys.find(key.substring(0, key.length() - 1) + "!")).isNull();
        var last = key.charAt(key.length() - 1);
        assertThat(keys.find(key.substring(0, key.length() - 1) + (last == 'A' ? 'B' : 'A')))
                .isNull();
        assertThat(keys.find("linxi..")).isNull();
        assertThat(keys.revoke(ApiKeys.id(key))).isTrue();
        assertThat(keys.find(key)).isNull();
        assertThat(client.getDatabase("linxi")
                        .getCollection("keys")
                        .find()
                        .first()
                        .toJson())
                .doesNotContain(key.substring(key.lastIndexOf('.') + 1));
    }

    private static void refused(Reason reason, ThrowingCallable login) {
        assertThatThrownBy(login)
                .isInstanceOfSatisfying(
                        AccessRefused.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }
}
