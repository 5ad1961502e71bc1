package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import linxi.query.feed.FeedControl;
import linxi.query.feed.Parked;
import linxi.query.feed.Planted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken record of one party: over HTTP, everybody else is answered, and everybody is told. */
class ParkedIT {
    @Test
    void saysWhatIsParkedAndGoesOnWithTheRest(@TempDir Path folder) throws Exception {
        try (var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
                var mongo = EmbeddedMongo.start(folder.resolve("mongo"), 0);
                var service = QueryService.application()
                        .run(
                                "--server.port=0",
                                "--linxi.access.login=false",
                                "--server.address=127.0.0.1",
                                "--linxi.mongo.uri=" + mongo.uri(),
                                "--linxi.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                                "--linxi.command-url=http://127.0.0.1:1")) {
            var web = WebClient.of(service);
            var database = service.getBean(MongoDatabase.class);
            var control = new FeedControl(database);
            try (var planted = new Planted(kafka.bootstrapServers(), database)) {
                assertThat(planted.register("good", false)).isEqualTo(1);
                assertThat(planted.register("bad", true)).isEqualTo(2);
                assertThat(planted.register("late", false)).isEqualTo(3);
                await(() -> web.send("GET", "/api/parties/late?atLeast=3").statusCode() == 200);
                assertParked(web);

                assertThat(control.retry(List.of("register/party/bad"))).hasSize(1);
                await(() -> control.parked().stream().noneMatch(Parked::retry));
                assertParked(web);

                planted.mend();
                assertThat(control.retry(List.of())).hasSize(1);
                await(() -> control.parked().isEmpty());
                await(() -> web.send("GET", "/api/parties/bad")
                        .headers()
                        .firstValue("X-Parked")
                        .isEmpty());
                assertThat(web.get("/api/parties/bad").at("/name/zh").asString())
                        .isEqualTo("bad");
                await(() -> !web.send("GET", "/actuator/health").body().contains("DEGRADED"));
            }
        }
    }

    private static void assertParked(WebClient web) {
        var good = web.send("GET", "/api/parties/good");
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(good.headers().firstValue("X-Parked")).hasValue("2");
        assertThat(web.send("GET", "/api/parties/bad").statusCode()).isEqualTo(404);
        await(() -> web.send("GET", "/actuator/health").body().contains("DEGRADED"));
        var health = WebClient.json(web.send("GET", "/actuator/health"));
        assertThat(health.at("/components/feed/status").asString()).isEqualTo("DEGRADED");
        var parked = health.at("/components/feed/details/parked/0");
        assertThat(parked.get("unit").asString()).isEqualTo("register/party/bad");
        assertThat(parked.get("position").longValue()).isEqualTo(2);
        assertThat(parked.get("reason").asString()).contains("UnreadableEvent");
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("waiting").isNegative();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
