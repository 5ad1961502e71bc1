package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PartiesIT {
    private static final String VILLAGE = "{\"id\":\"%s\",\"kind\":\"VILLAGE\",\"name\":{\"zh\":\"大康\"}}";

    private static final Service SERVICE = Service.start();

    @BeforeAll
    static void registerTheFirst() {
        assertThat(SERVICE.post("/api/parties", VILLAGE.formatted("first")).status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void answersARegistrationWithItsPosition() {
        var reply = SERVICE.post("/api/parties", VILLAGE.formatted("v1"), "X-Party", "first");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo("/api/parties/v1");
        assertThat(reply.json().path("id").stringValue()).isEqualTo("v1");
        assertThat(reply.header("X-Position"))
                .isEqualTo(reply.json().path("position").toString());
        assertThat(SERVICE.get("/api/events?after="
                                + (reply.json().path("position").longValue() - 1))
                        .body())
                .contains("\"name\":\"party-registered\"", "\"by\":\"first\"", "\"aggregate\":\"party/v1\"");
    }

    @Test
    void answersTheSameRequestAsTheFirstTime() {
        var key = UUID.randomUUID().toString();
        var first = SERVICE.post("/api/parties", VILLAGE.formatted("v2"), "X-Party", "first", "Idempotency-Key", key);
        var again = SERVICE.post("/api/parties", VILLAGE.formatted("v2"), "X-Party", "first", "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        var other = SERVICE.post("/api/parties", VILLAGE.formatted("v3"), "X-Party", "first", "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.rule()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void suspendsOnce() {
        assertThat(SERVICE.post("/api/parties", VILLAGE.formatted("v4"), "X-Party", "first")
                        .status())
                .isEqualTo(201);
        var reason = "{\"reason\":\"停业\"}";
        assertThat(SERVICE.post("/api/parties/v4/suspension", reason, "X-Party", "first")
                        .status())
                .isEqualTo(200);
        var again = SERVICE.post("/api/parties/v4/suspension", reason, "X-Party", "first");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.rule()).isEqualTo("PARTY_ALREADY_SUSPENDED");
    }
}
