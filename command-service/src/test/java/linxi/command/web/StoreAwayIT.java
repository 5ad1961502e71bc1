package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.regex.Pattern;
import linxi.command.store.EventLog;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that is away is said so, and nothing of a command is kept until it is back. */
@Timeout(120)
class StoreAwayIT {
    private static final String PARTY = "{\"id\":\"%s\",\"kind\":\"MARKET\",\"name\":{\"zh\":\"新发地\"}}";
    private static final Service SERVICE = Service.start();

    @BeforeAll
    static void registerTheFirst() {
        assertThat(SERVICE.post("/api/parties", PARTY.formatted("p1")).status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void answers503AndGoesOnWhenTheStoreIsBack() throws InterruptedException {
        var key = UUID.randomUUID().toString();
        SERVICE.mongo().stop();
        var away = register("p2", key);
        assertThat(away.status()).as(away.body()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isEqualTo("2");
        assertThat(away.rule()).isEqualTo("COME_AGAIN");
        assertThat(SERVICE.get("/api/events").status()).isEqualTo(503);
        assertThat(SERVICE.get("/actuator/health/readiness").status()).isEqualTo(503);
        SERVICE.mongo().start();
        assertRegisteredInTheEnd("p2", key);
        assertThat(Pattern.compile("party/p2")
                        .matcher(SERVICE.get("/api/events").body())
                        .results())
                .hasSize(1);
    }

    @Test
    void answers503WhileTheLeaseIsDamagedAndGoesOnOnceItIsMended() throws InterruptedException {
        var key = UUID.randomUUID().toString();
        setLeaseUntil("soon");
        Thread.sleep(500); // for the slice of this instance to end
        for (int i = 0; i < 2; i++) {
            var damaged = register("p3", key);
            assertThat(damaged.status()).as(damaged.body()).isEqualTo(503);
            assertThat(damaged.rule()).isEqualTo("COME_AGAIN");
        }
        setLeaseUntil(Date.from(Instant.EPOCH));
        assertRegisteredInTheEnd("p3", key);
    }

    @Test
    void isNotReadyOnceNothingWritesTheLog() {
        try (var service = Service.start()) {
            assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200);
            service.context().getBean(EventLog.class).close();
            assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(service.get("/actuator/health").body()).contains("writer has stopped");
            assertThat(service.post("/api/parties", PARTY.formatted("p1")).status())
                    .isEqualTo(503);
        }
    }

    /** What cannot be read to its end must not look like all there is. */
    @Test
    void breaksOffALogThatItCannotReadOn() {
        try (var service = Service.start()) {
            assertThat(service.post("/api/parties", PARTY.formatted("p1")).status())
                    .isEqualTo(201);
            for (int i = 2; i <= 100; i++) {
                assertThat(service.post("/api/parties", PARTY.formatted("p" + i), "X-Party", "p1")
                                .status())
                        .isEqualTo(201);
            }
            var damage = new Document("$set", new Document("events", "none"));
            var _ = service.context()
                    .getBean(MongoDatabase.class)
                    .getCollection("commits")
                    .updateOne(new Document("_id", 90L), damage);
            assertThat(service.get("/api/events?limit=80").status()).isEqualTo(200);
            assertThatThrownBy(() -> service.get("/api/events")).hasRootCauseInstanceOf(IOException.class);
        }
    }

    private static void setLeaseUntil(Object until) {
        var set = new Document("owner", "somebody").append("until", until);
        var _ = SERVICE.context()
                .getBean(MongoDatabase.class)
                .getCollection("leases")
                .updateOne(new Document("_id", "log"), new Document("$set", set));
    }

    private static void assertRegisteredInTheEnd(String id, String key) throws InterruptedException {
        var back = register(id, key);
        for (int i = 0; i < 20 && back.status() == 503; i++) {
            Thread.sleep(500);
            back = register(id, key);
        }
        assertThat(back.status()).as(back.body()).isEqualTo(201);
    }

    private static Service.Reply register(String id, String key) {
        return SERVICE.post("/api/parties", PARTY.formatted(id), "X-Party", "p1", "Idempotency-Key", key);
    }
}
