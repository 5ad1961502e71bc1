package linxi.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import linxi.command.household.RegisterHousehold;
import linxi.embedded.EmbeddedMongo;
import linxi.embedded.MongoCalls;
import linxi.events.HouseholdKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a command costs in round trips to the store and in documents read: counts, so that a machine's mood is no matter. */
class RoundTripsIT {
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final MongoCalls calls = new MongoCalls();
    private final Edge edge = edge();
    private final List<HouseholdKey> households = edge.households(100);

    private Edge edge() {
        return new Edge(MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.uri()))
                .addCommandListener(calls)
                .build()));
    }

    @BeforeEach
    void begin() {
        var _ = calls.takeCalls();
        var _ = calls.takeDocuments("commits");
    }

    @AfterEach
    void stop() {
        edge.close();
        mongo.close();
    }

    @Test
    void aCommandOnKnownStreamsIsOneInsert() {
        for (int day = 0; day < 20; day++) {
            var _ = edge.send(new ClaimDay(households, DAY.plusDays(day)));
        }
        assertThat(onCommits()).isEqualTo(Map.of("insert commits", 20L));
    }

    /** It relies on its party, which is looked at again when a second has passed. */
    @Test
    void aNewStreamIsOneInsertToo() {
        long began = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            register("new-" + i);
        }
        long seconds = 1 + (System.nanoTime() - began) / 1_000_000_000;
        var counted = onCommits();
        assertThat(counted).containsEntry("insert commits", 50L);
        assertThat(counted.getOrDefault("find commits", 0L)).isLessThanOrEqualTo(seconds);
    }

    @Test
    void commandsAtOnceShareInserts() throws Exception {
        var sent = new ArrayList<Future<?>>();
        try (var callers = Executors.newFixedThreadPool(64)) {
            for (int i = 0; i < 1_280; i++) {
                var id = "crowd-" + i;
                sent.add(callers.submit(() -> register(id)));
            }
            for (var each : sent) {
                var _ = each.get();
            }
        }
        assertThat(onCommits().get("insert commits")).isLessThan(1_280 / 4);
    }

    @Test
    void coldStreamsAreLoadedTogether() {
        for (int day = 0; day < 3; day++) {
            var _ = edge.send(new ClaimDay(households, DAY.plusDays(day)));
        }
        try (var cold = edge()) {
            assertThat(cold.log().head()).isEqualTo(101 + 300);
            begin();
            var _ = cold.send(new ClaimDay(households, DAY.plusDays(3)));
        }
        // Two for the streams, as a first answer holds 101 of them; the others of a writer that begins, and looks
        // whether the log goes on behind its end.
        assertThat(onCommits())
                .isEqualTo(Map.of(
                        "find commits", 2L, "getMore commits", 1L, "createIndexes commits", 1L, "insert commits", 1L));
        // Each commit once, whatever number of its places was asked for.
        assertThat(calls.takeDocuments("commits")).isBetween(100L + 3, 100L + 3 + 10);
    }

    @Test
    void aPageOfTheLogIsOneRead() {
        var _ = edge.log().tail(0, 100);
        assertThat(onCommits()).isEqualTo(Map.of("find commits", 1L));
        assertThat(calls.takeDocuments("commits")).isEqualTo(100);
    }

    private void register(String household) {
        var _ = edge.send(new RegisterHousehold(new HouseholdKey(household), Edge.BY, null, Edge.BY, Edge.AT));
    }

    private Map<String, Long> onCommits() {
        var counted = calls.takeCalls();
        counted.keySet().removeIf(call -> !call.endsWith(" commits"));
        return counted;
    }
}
