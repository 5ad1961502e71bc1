package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that is away is said so, and nothing of a command is kept until it is back. */
@Timeout(120)
class StoreAwayIT {
    private static final String PARTY = "{\"id\":\"%s\",\"kind\":\"MARKET\",\"name\":{\"zh\":\"新发地\"}}";
    private static final Service SERVICE = Service.start();

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void answers503AndGoesOnWhenTheStoreIsBack() throws InterruptedException {
        assertThat(SERVICE.post("/api/parties", PARTY.formatted("p1")).status()).isEqualTo(201);
        var key = UUID.randomUUID().toString();
        SERVICE.mongo().stop();
        var away = register("p2", key);
        assertThat(away.status()).as(away.body()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isEqualTo("2");
        assertThat(away.rule()).isEqualTo("COME_AGAIN");
        assertThat(SERVICE.get("/api/events").status()).isEqualTo(503);
        assertThat(SERVICE.get("/actuator/health/readiness").status()).isEqualTo(503);
        SERVICE.mongo().start();
        var back = register("p2", key);
        for (int i = 0; i < 20 && back.status() == 503; i++) {
            Thread.sleep(500);
            back = register("p2", key);
        }
        assertThat(back.status()).as(back.body()).isEqualTo(201);
        assertThat(Pattern.compile("party/p2")
                        .matcher(SERVICE.get("/api/events").body())
                        .results())
                .hasSize(1);
    }

    private static Service.Reply register(String id, String key) {
        return SERVICE.post("/api/parties", PARTY.formatted(id), "X-Party", "p1", "Idempotency-Key", key);
    }
}
