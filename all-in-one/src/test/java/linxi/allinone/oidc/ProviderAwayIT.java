package linxi.allinone.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A provider that takes calls and says nothing: services start, and nobody waits long. */
class ProviderAwayIT {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final String FORGED = "Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6IngifQ.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";

    private static ServerSocket silent;
    private static Services services;

    private final Visitor visitor = new Visitor();

    @BeforeAll
    static void start() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        services = new Services("http://127.0.0.1:" + silent.getLocalPort(), "127.0.0.1:1");
    }

    @AfterAll
    static void stop() throws IOException {
        services.close();
        silent.close();
    }

    @Test
    void leadsPeopleToALoginPageThatSaysWhatToDo() {
        var begun = System.nanoTime();
        var page = visitor.follow(visitor.get(services.queries() + "/login/oidc?next=/shipments"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
        assertThat(page.at().getPath()).isEqualTo("/login");
        assertThat(page.text()).contains("<code>PROVIDER_AWAY</code>", "请稍后再试", "href=\"/login/oidc?next=/shipments\"");
    }

    @Test
    void answersProgramsThatTheyComeAgain() {
        for (var service : new String[] {services.queries(), services.commands()}) {
            var begun = System.nanoTime();
            var answer = visitor.post(service + "/api/lots", "{}", "Authorization", FORGED);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.text()).contains("\"rule\":\"PROVIDER_AWAY\"");
            assertThat(answer.answer().headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void keepsNobodyOutWhoHasAKeyOfOurs() {
        var key = "Bearer " + services.bean(ApiKeys.class).make("test", Role.ADMIN, null);
        assertThat(visitor.get(services.queries() + "/admin/accounts", "Authorization", key)
                        .status())
                .isEqualTo(200);
        assertThat(visitor.post(services.commands() + "/api/parties", County.party("p"), "Authorization", key)
                        .status())
                .isEqualTo(201);
    }
}
