package linxi.allinone;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Eight clients that commission lots until told to stop, and write down how each request ended. */
final class StopLoad {
    private static final int CLIENTS = 8;

    private final String url;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(CLIENTS, Thread.ofPlatform().daemon().factory());
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong lastPosition = new AtomicLong();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> givenUp = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> ends = new ConcurrentSkipListMap<>();
    private volatile boolean stopped;

    StopLoad(String url) {
        this.url = url;
        var client = new Client(url);
        client.postAsNobody("/api/parties", "{'id':'coop','kind':'COOPERATIVE','name':{'zh':'合作社'}}");
        client.record("/api/products", "coop", "{'id':'egg','kind':'EGG','name':{'zh':'鸡蛋'},'baseUnit':'PIECE'}");
        for (int i = 0; i < CLIENTS; i++) {
            threads.execute(this::run);
        }
    }

    /** Waits until so many commands are acknowledged. */
    void awaitAcknowledged(int count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (acknowledged.size() < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("only " + acknowledged.size() + " acknowledged; " + ends);
            }
            Thread.sleep(5);
        }
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    /** Asked for, and the client did not wait for the answer. */
    Set<String> givenUp() {
        return givenUp;
    }

    long lastPosition() {
        return lastPosition.get();
    }

    /** How many requests ended in which way: a status, {@code refused} or {@code broken: …}. */
    Map<String, Integer> ends() {
        return ends;
    }

    private void run() {
        while (!stopped) {
            var end = commission("L" + next.getAndIncrement());
            ends.merge(end, 1, Integer::sum);
            if (end.equals("refused")) {
                stopped = true;
            }
        }
    }

    private String commission(String id) {
        var body =
                "{'id':'%s','origin':'coop','product':'egg','quantity':{'amount':30,'unit':'PIECE'},'producedAt':'2020-05-01T06:00:00+08:00'}"
                        .formatted(id)
                        .replace('\'', '"');
        var request = HttpRequest.newBuilder(URI.create(url + "/api/lots"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("X-Party", "coop")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 201) {
                acknowledged.add(id);
                lastPosition.accumulateAndGet(
                        Client.json(answer.body()).get("position").longValue(), Math::max);
            }
            var status = Integer.toString(answer.statusCode());
            return answer.statusCode() == 201 || answer.statusCode() == 503 ? status : status + ": " + answer.body();
        } catch (ConnectException e) {
            return "refused";
        } catch (HttpTimeoutException e) {
            givenUp.add(id);
            return "given up";
        } catch (IOException e) {
            // Closed before a byte of an answer: the connection was idle or not yet taken when the server went.
            var message = String.valueOf(e.getMessage());
            return message.contains("received no bytes") || message.contains("Connection reset")
                    ? "closed"
                    : "broken: " + message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            givenUp.add(id);
            return "interrupted";
        }
    }

    /** Waits for the answers under way. */
    void finish() throws InterruptedException {
        stopped = true;
        threads.shutdown();
        if (!threads.awaitTermination(40, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
        http.close();
    }
}
