package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import linxi.access.AccessRefused;
import linxi.access.account.Accounts;
import linxi.access.account.Logins;
import linxi.embedded.EmbeddedMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts that everybody knows let somebody in only while every page says that they exist. */
@SuppressWarnings("NullAway.Init") // made before each test
class DemoAccountsIT {
    private static final String PASSWORD = "linxi-demo-2020";

    private EmbeddedMongo mongo;
    private MongoClient client;
    private Accounts accounts;
    private Logins logins;

    @BeforeEach
    void start() {
        mongo = EmbeddedMongo.inMemory();
        client = MongoClients.create(mongo.uri());
        accounts = new Accounts(client.getDatabase("linxi"));
        logins = new Logins(accounts, Clock.systemUTC());
        DemoAccounts.open(logins, accounts);
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void letNobodyInAfterAStartWithoutThem() {
        assertThat(logins.login("demo-clerk", PASSWORD).caller().own().value()).isEqualTo("dakang");
        DemoAccounts.shut(accounts);
        assertThat(accounts.all())
                .hasSize(6)
                .allSatisfy(it -> assertThat(it.disabled()).isTrue());
        assertThatThrownBy(() -> logins.login("demo-clerk", PASSWORD)).isInstanceOf(AccessRefused.class);
        DemoAccounts.open(logins, accounts);
        assertThat(logins.login("demo-clerk", PASSWORD).name()).isEqualTo("demo-clerk");
    }

    @Test
    void keepAPasswordThatWasChanged() {
        var _ = logins.change("demo-admin", PASSWORD, "my own words");
        DemoAccounts.open(logins, accounts);
        assertThat(logins.login("demo-admin", "my own words").name()).isEqualTo("demo-admin");
        assertThatThrownBy(() -> logins.login("demo-admin", PASSWORD)).isInstanceOf(AccessRefused.class);
    }

    @Test
    void areNotMadeByAStartWithoutThem() {
        client.getDatabase("linxi").drop();
        DemoAccounts.shut(accounts);
        assertThat(accounts.all()).isEmpty();
    }
}
