package linxi.query.web;

import static linxi.query.Story.AT;
import static linxi.query.Story.T1;
import static linxi.query.Story.line;
import static linxi.query.Story.logged;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.ShipmentId;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is told to open pages at once, over HTTP. */
class LiveIT {
    private static final int MOST = 6;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static LoggedIn service;
    private static String key;
    private static int next;

    @BeforeAll
    static void start() {
        service = LoggedIn.start(
                List.of("--linxi.live.most=" + MOST, "--linxi.live.beat=300ms", "--linxi.live.longest=" + LONGEST),
                List.of());
        key = service.context().getBean(ApiKeys.class).make("test", Role.ANALYST, null);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Listener listen(String query, String... headers) {
        var all = new ArrayList<>(List.of("Authorization", "Bearer " + key));
        all.addAll(List.of(headers));
        return Listener.to(service, "/live" + query, all.toArray(String[]::new));
    }

    private static void something() {
        service.fold(logged(new ShipmentId("LIVE" + next++), AT, line(T1, 1)));
    }

    @Test
    void tellsWithinTwoSecondsWhatAnotherInstanceHasFolded() throws IOException {
        try (var listener = listen("")) {
            assertThat(listener.next().event()).isEqualTo("changed");
            something();
            long began = System.nanoTime();
            var told = listener.nextCalled("changed");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
            assertThat(told.id()).isEqualTo(service.position());
            assertThat(told.data())
                    .contains("\"position\":" + service.position(), "\"behind\":0", "\"reachable\":true");
        }
    }

    @Test
    void saysWhenTheNewestFigureWasWritten() throws IOException {
        try (var listener = listen("?once=true")) {
            assertThat(listener.next().data()).contains("\"at\":\"2026-01-01T00:00:00Z\"");
            assertThat(listener.rest()).isEmpty();
        }
    }

    @Test
    void givesASignOfLifeWhileNothingHappens() throws IOException {
        try (var listener = listen("?after=" + service.position())) {
            assertThat(listener.next().event()).isEqualTo("beat");
            assertThat(listener.next().event()).isEqualTo("beat");
        }
    }

    @Test
    void tellsWhoComesAgainWhetherHeMissedAnything() throws IOException {
        long before = service.position();
        something();
        try (var missed = listen("?once=true", "Last-Event-ID", Long.toString(before));
                var upToDate = listen("?once=true", "Last-Event-ID", Long.toString(service.position()))) {
            assertThat(missed.next().event()).isEqualTo("changed");
            assertThat(upToDate.next().event()).isEqualTo("beat");
        }
    }

    @Test
    void tellsManyChangesAsOne() throws IOException {
        try (var listener = listen("?after=" + service.position())) {
            for (int i = 0; i < 40; i++) {
                something();
            }
            long last = service.position();
            int changes = 0;
            for (var told = listener.next(); told.id() < last; told = listener.next()) {
                changes += told.event().equals("changed") ? 1 : 0;
            }
            assertThat(changes).isLessThan(8);
        }
    }

    @Test
    void letsInABoundedNumber() throws IOException {
        var inside = new ArrayList<Listener>();
        for (int i = 0; i < MOST; i++) {
            inside.add(listen(""));
            var _ = inside.getLast().next();
        }
        try (var tooMany = listen("")) {
            assertThat(tooMany.status()).isEqualTo(503);
            assertThat(tooMany.header("Retry-After")).isNotEmpty();
        } finally {
            for (var listener : inside) {
                listener.close();
            }
        }
        awaitRoom();
    }

    /** Who has gone is noticed at the next sign of life. */
    private static void awaitRoom() throws IOException {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < until) {
            try (var listener = listen("?once=true")) {
                if (listener.status() == 200) {
                    return;
                }
            }
        }
        throw new AssertionError("nobody is let in any more");
    }

    @Test
    void sendsAwayNowAndThenAndJudgesAnew() throws IOException {
        var keys = service.context().getBean(ApiKeys.class);
        var passing = keys.make("passing", Role.AUDITOR, null);
        try (var listener = Listener.to(service, "/live", "Authorization", "Bearer " + passing)) {
            assertThat(listener.next().event()).isEqualTo("changed");
            var shown = keys.all().stream()
                    .filter(it -> it.title().equals("passing"))
                    .findFirst()
                    .orElseThrow();
            assertThat(keys.revoke(shown.id())).isTrue();
            long began = System.nanoTime();
            var _ = listener.nextCalled("again");
            assertThat(listener.rest()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST.plusSeconds(2));
        }
        try (var again = Listener.to(service, "/live", "Authorization", "Bearer " + passing)) {
            assertThat(again.status()).isEqualTo(401);
        }
    }

    @Test
    void refusesAPositionThatIsNone() throws IOException {
        try (var listener = listen("?after=abc")) {
            assertThat(listener.status()).isEqualTo(400);
        }
        try (var listener = listen("?nothing=1")) {
            assertThat(listener.status()).isEqualTo(400);
        }
    }

    @Test
    void isNotKeptBackToBeCompressed() throws IOException {
        try (var listener = listen("", "Accept-Encoding", "gzip")) {
            assertThat(listener.header("Content-Encoding")).isEmpty();
            assertThat(listener.header("Content-Type")).startsWith("text/event-stream");
            assertThat(listener.next().event()).isEqualTo("changed");
        }
    }

    /** And not only when the next one comes. */
    @Test
    void sendsEverybodyAwayWhenTheServiceStops() throws IOException {
        var other = LoggedIn.start(List.of(), List.of());
        try {
            var auditor = other.context().getBean(ApiKeys.class).make("test", Role.AUDITOR, null);
            try (var listener = Listener.to(other, "/live", "Authorization", "Bearer " + auditor)) {
                var _ = listener.next();
                long began = System.nanoTime();
                other.context().close();
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
                assertThat(listener.nextCalled("again").event()).isEqualTo("again");
            }
        } finally {
            other.close();
        }
    }

    @Test
    void holdsWhatWasKnownWhileTheStoreCannotBeAsked() throws IOException {
        var relay = service.context().getBean(MongoDatabase.class).getCollection("relay");
        try (var listener = listen("?after=" + service.position())) {
            var _ = listener.next();
            var kept = relay.find().first();
            relay.replaceOne(new Document("_id", "relay"), new Document("position", "no number"));
            try {
                String data;
                do {
                    data = listener.next().data();
                } while (!data.contains("\"reachable\":false"));
                assertThat(data).contains("\"position\":" + service.position());
            } finally {
                relay.replaceOne(new Document("_id", "relay"), kept);
            }
        }
    }
}
