package linxi.allinone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import linxi.allinone.faults.Http.Reply;
import linxi.allinone.faults.Http.Request;
import org.jspecify.annotations.Nullable;

/**
 * Clients that trade over several addresses at once. A command that was not answered, or told to come again, is sent
 * again under the same key, to any address, until it is recorded: none of these commands breaks a rule.
 */
final class Load implements AutoCloseable {
    private static final int ORIGINS = 8;
    private static final Duration GIVES_UP = Duration.ofSeconds(150);
    /** As a person rests, so that a test's log stays short; many clients are many all the same. */
    private static final Duration BETWEEN_COMMANDS = Duration.ofMillis(40);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final List<String> addresses;
    private final Duration patience;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<UUID, Reply> acknowledged = new ConcurrentHashMap<>();
    private final List<Long> times = Collections.synchronizedList(new ArrayList<>());
    private final Queue<Reply> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;
    private volatile @Nullable Shipped newest;

    /** @param patience after which a client takes an answer for lost */
    Load(List<String> addresses, Duration patience) {
        this.addresses = addresses;
        this.patience = patience;
    }

    /** Registers who trades what; to be called once, on an empty log. */
    void begin() {
        record("/api/parties", null, "{'id':'market','kind':'MARKET','name':{'zh':'新发地'},'region':'CN-BJ'}");
        record("/api/products", "market", "{'id':'egg','kind':'EGG','name':{'zh':'鸡蛋'},'baseUnit':'PIECE'}");
        for (int i = 0; i < ORIGINS; i++) {
            record("/api/parties", "market", "{'id':'coop-%d','kind':'COOPERATIVE','name':{'zh':'合作社'}}".formatted(i));
        }
        record("/api/lots", "coop-0", lot("hot", "coop-0", 1_000_000_000));
    }

    /** A number of clients that trade until {@link #stop}. */
    void start(String name, int count, long seed) {
        for (int i = 0; i < count; i++) {
            var random = new Random(seed + i);
            var client = name + i;
            var origin = "coop-" + i % ORIGINS;
            clients.execute(() -> {
                try {
                    for (int trip = 0; !stopping; trip++) {
                        trade(client + "-" + trip, origin, random);
                    }
                } catch (IllegalStateException interrupted) {
                    if (!stopping) {
                        throw interrupted;
                    }
                }
            });
        }
    }

    /** The trip of one lot: five commands, of which the first two sometimes go over the lot that all share. */
    private void trade(String id, String origin, Random random) {
        boolean hot = random.nextInt(4) == 0;
        var lot = hot ? "hot" : id;
        var from = hot ? "coop-0" : origin;
        if (!hot) {
            record("/api/lots", from, lot(id, from, 3_000));
        }
        int pieces = 1 + random.nextInt(30);
        record(
                "/api/shipments",
                from,
                "{'id':'%s','origin':'%s','market':'market','channel':'SUPERMARKET','lines':[{'lot':'%s','quantity':{'amount':%d,'unit':'PIECE'},'price':{'fen':80,'per':'PIECE'}}]}"
                        .formatted(id, from, lot, pieces));
        record("/api/shipments/" + id + "/dispatch", from, "{}");
        record("/api/shipments/" + id + "/arrival", "market", "{}");
        record(
                "/api/shipments/" + id + "/receipts",
                "market",
                "{'lines':[{'lot':'%s','accepted':{'amount':%d,'unit':'PIECE'}}]}".formatted(lot, pieces));
    }

    static String lot(String id, String origin, long pieces) {
        return "{'id':'%s','origin':'%s','product':'egg','quantity':{'amount':%d,'unit':'PIECE'},'producedAt':'2020-05-01T06:00:00+08:00'}"
                .formatted(id, origin, pieces);
    }

    private void record(String path, @Nullable String party, String body) {
        record(new Request(UUID.randomUUID(), party, path, body), tries -> addresses.get(tries % addresses.size()));
    }

    private void record(Request request, IntFunction<String> address) {
        long begun = System.nanoTime();
        int first = request.key().hashCode() & 0xff;
        for (int tries = first; System.nanoTime() - begun < GIVES_UP.toNanos(); tries++) {
            var reply = Http.post(address.apply(tries), request, patience);
            answers.add(reply);
            if (reply.isDone()) {
                acknowledged.put(request.key(), reply);
                times.add(System.nanoTime());
                if (request.path().equals("/api/shipments")) {
                    newest = new Shipped(reply.json().path("id").asString(), reply.position());
                }
                Await.sleep(BETWEEN_COMMANDS.toMillis());
                return;
            }
            if (reply.status() != 503 && reply.status() != 0) {
                unexpected.add(request + " " + reply.status() + " " + reply.body());
                return;
            }
            Await.sleep(BETWEEN_TRIES.toMillis());
        }
        unexpected.add("never answered: " + request);
    }

    int acknowledgedSoFar() {
        return acknowledged.size();
    }

    /** A shipment and the position of its logging. */
    record Shipped(String id, long position) {}

    /** One that was acknowledged just now. */
    @Nullable
    Shipped newestShipment() {
        return newest;
    }

    /** The furthest position that was acknowledged. */
    long newest() {
        return acknowledged.values().stream().mapToLong(Reply::position).max().orElseThrow();
    }

    /** What each command that is recorded was answered. */
    Map<UUID, Reply> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** Every answer of whatever kind, lost ones as status 0. */
    List<Reply> answers() {
        return List.copyOf(answers);
    }

    /** Those after the first {@code count}. */
    List<Reply> answersSince(int count) {
        var all = answers();
        return all.subList(count, all.size());
    }

    Duration longestAnswer() {
        return answers.stream().map(Reply::took).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** The longest time since {@code nanos} in which nothing was acknowledged. */
    Duration longestSilenceSince(long nanos) {
        long longest = 0;
        long before = nanos;
        for (var time : List.copyOf(times)) {
            if (time > nanos) {
                longest = Math.max(longest, time - before);
                before = time;
            }
        }
        return Duration.ofNanos(Math.max(longest, System.nanoTime() - before));
    }

    /** Lets every client finish its trip, and requires that nothing was refused. */
    void stop() {
        stopping = true;
        clients.shutdown();
        try {
            assertThat(clients.awaitTermination(160, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(unexpected).isEmpty();
    }

    @Override
    public void close() {
        stopping = true;
        clients.shutdownNow();
    }
}
