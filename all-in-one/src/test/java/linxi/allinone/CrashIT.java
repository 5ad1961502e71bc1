package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL after 200 acknowledged commands: all of them are there after a restart, each counted once. */
class CrashIT {
    private static final int ACKNOWLEDGED = 200;

    @TempDir
    private Path folder;

    @Test
    void keepsWhatItAcknowledgedThroughAKill() throws InterruptedException {
        int port = LinxiProcess.freePort();
        var client = new Client("http://localhost:" + port);
        Set<String> acknowledged;
        try (var linxi = LinxiProcess.up(folder.resolve("data"), port)) {
            register(client);
            acknowledged = commissionLotsUntil(client, linxi);
        }
        try (var linxi = LinxiProcess.up(folder.resolve("data"), port)) {
            var events = client.events(0);
            long head = Client.json(events[events.length - 1]).get("position").longValue();
            assertThat(head).isEqualTo(events.length);
            var lots = new HashSet<String>();
            for (var event : events) {
                var aggregate = Client.json(event).get("aggregate").asString();
                if (aggregate.startsWith("lot/")) {
                    assertThat(lots.add(aggregate.substring(4)))
                            .as("twice: " + aggregate)
                            .isTrue();
                }
            }
            assertThat(lots).containsAll(acknowledged);
            assertThat(countedLots(client, head)).isEqualTo(lots);
            assertThat(linxi.stop()).isIn(0, 143);
        }
    }

    private static void register(Client client) {
        client.postAsNobody("/api/parties", "{'id':'coop','kind':'COOPERATIVE','name':{'zh':'合作社'}}");
        client.record("/api/products", "coop", "{'id':'egg','kind':'EGG','name':{'zh':'鸡蛋'},'baseUnit':'PIECE'}");
    }

    private static Set<String> commissionLotsUntil(Client client, LinxiProcess linxi) throws InterruptedException {
        var acknowledged = ConcurrentHashMap.<String>newKeySet();
        var next = new AtomicInteger();
        try (var clients = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                clients.execute(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        var lot = "L" + next.getAndIncrement();
                        var answer = client.post("/api/lots", "coop", lot(lot), UUID.randomUUID());
                        if (answer.statusCode() == 201) {
                            acknowledged.add(lot);
                        }
                    }
                });
            }
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (acknowledged.size() < ACKNOWLEDGED && System.nanoTime() < deadline) {
                Thread.sleep(1);
            }
            linxi.kill();
            clients.shutdownNow();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
        return acknowledged;
    }

    private static String lot(String id) {
        return "{'id':'%s','origin':'coop','product':'egg','quantity':{'amount':30,'unit':'PIECE'},'producedAt':'2020-05-01T06:00:00+08:00'}"
                .formatted(id);
    }

    private static Set<String> countedLots(Client client, long head) {
        var counted = new HashSet<String>();
        var after = "";
        do {
            var page = client.get("/api/lots?limit=500&atLeast=" + head + after);
            for (var lot : page.get("items")) {
                assertThat(counted.add(lot.get("id").asString())).isTrue();
            }
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
        } while (!after.isEmpty());
        return counted;
    }
}
