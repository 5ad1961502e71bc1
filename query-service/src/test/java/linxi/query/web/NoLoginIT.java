package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import linxi.embedded.EmbeddedMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Without logins everybody on this machine may do everything; nobody from elsewhere may, nor any other site's page. */
class NoLoginIT {
    private static EmbeddedMongo mongo;
    private static ConfigurableApplicationContext service;
    private static WebClient web;

    @BeforeAll
    static void start() {
        mongo = EmbeddedMongo.inMemory();
        service = started("--server.address=127.0.0.1");
        web = WebClient.of(service);
    }

    private static ConfigurableApplicationContext started(String... more) {
        var arguments = new java.util.ArrayList<>(List.of(
                "--server.port=0",
                "--linxi.access.login=false",
                "--linxi.mongo.uri=" + mongo.uri(),
                "--linxi.kafka.bootstrap-servers=127.0.0.1:1",
                "--linxi.command-url=http://127.0.0.1:1"));
        arguments.addAll(List.of(more));
        return QueryService.application().run(arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        service.close();
        mongo.close();
    }

    @Test
    void isRefusedOnEveryOtherAddress() {
        for (var address : List.of("0.0.0.0", "::")) {
            assertThatThrownBy(() -> started("--server.address=" + address))
                    .hasStackTraceContaining("linxi.access.login=false");
        }
        assertThatThrownBy(NoLoginIT::started).hasStackTraceContaining("linxi.access.login=false");
    }

    @Test
    void saysSoOnEveryPageAndLogsNobodyIn() {
        for (var page : List.of("/", "/overview", "/login", "/shipments", "/registers/households")) {
            assertThat(web.body(page)).as(page).contains("免登录模式");
        }
        var login =
                "{\"name\": \"admin\", \"password\": \"1234567890\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var answer = web.send("POST", "/login", login, "Content-Type", "application/json");
        assertThat(WebClient.json(answer).path("rule").asString()).isEqualTo("NO_LOGINS_HERE");
    }

    /** They would outlive this start. */
    @Test
    void makesNoAccountsOrKeys() {
        for (var path : List.of("/admin/accounts", "/admin/keys", "/admin/accounts/admin/disable")) {
            assertThat(web.send("POST", path, "Content-Type", "application/json")
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void refusesPagesOfOtherSites() {
        assertThat(web.send("GET", "/api/parties").statusCode()).isEqualTo(200);
        assertThat(web.send("GET", "/api/parties", "Origin", "http://localhost:8080")
                        .statusCode())
                .isEqualTo(200);
        for (var origin : List.of("https://example.org", "null", "http://localhost.example.org")) {
            assertThat(web.send("POST", "/api/lots", "Origin", origin).statusCode())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(web.send("POST", "/api/lots", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
    }
}
