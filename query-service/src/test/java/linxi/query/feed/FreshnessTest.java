package linxi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import linxi.query.mongo.MongoConfiguration;
import linxi.query.mongo.ReadLimit;
import linxi.query.mongo.Views;
import linxi.query.party.PartyDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A MongoDB that is there and says nothing keeps nobody longer than he may wait. */
class FreshnessTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    /** Shorter than the driver waits by itself. */
    private static final Duration SOON = Duration.ofMillis(2_800);

    private ServerSocket silent;
    private MongoClient client;
    private Views views;
    private Freshness freshness;

    @BeforeEach
    void listen() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        client = MongoConfiguration.client("mongodb://127.0.0.1:" + silent.getLocalPort());
        var database = client.getDatabase("linxi");
        views = new Views(database);
        freshness = new Freshness(database, views);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        silent.close();
    }

    @Test
    void waitsForAPositionNoLongerThanItIsAskedTo() {
        long began = System.nanoTime();
        assertThat(freshness.awaitAtLeast(1, SHORT)).isFalse();
        assertThat(since(began)).isBetween(SHORT, SOON);
    }

    @Test
    void saysSoonThatNothingIsKnownYet() {
        long began = System.nanoTime();
        assertThatExceptionOfType(MongoException.class).isThrownBy(() -> freshness.asOf());
        assertThat(since(began)).isLessThan(SOON);
    }

    @Test
    void endsAllReadsOfAnAnswerInTime() {
        var parties = views.of("party", PartyDocument.class);
        long began = System.nanoTime();
        assertThatExceptionOfType(MongoException.class)
                .isThrownBy(() -> ReadLimit.within(SHORT, () -> parties.anywhere("coop")));
        assertThat(since(began)).isLessThan(SOON);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
