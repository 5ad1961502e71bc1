package linxi.allinone.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import linxi.allinone.faults.Http.Reply;
import linxi.allinone.faults.Http.Request;

/** Commands that are sent by eight callers at once, and what all of them saw. */
final class Repeats {
    private static final int CALLERS = 8;
    private static final int TRIES = 60;

    private final List<String> addresses;
    private final Random random;
    private final Map<Request, String> seen = new LinkedHashMap<>();

    Repeats(List<String> addresses, long seed) {
        this.addresses = addresses;
        this.random = new Random(seed);
    }

    Set<String> keys() {
        return seen.keySet().stream().map(request -> request.key().toString()).collect(Collectors.toSet());
    }

    /** New commands, some of which create something and some do not: one answer each. */
    void send(int commands) {
        for (int i = 0; i < commands; i++) {
            var lot = "R" + i / 2;
            var request = i % 2 == 0
                    ? of("/api/lots", Load.lot(lot, "coop-0", 30))
                    : of("/api/lots/" + lot + "/hold", "{'reason':'round %d'}".formatted(i));
            seen.put(request, only(byAll(request, addresses)));
        }
    }

    /** A refusal leaves nothing: the key may carry another body, and the same one may be allowed by now. */
    void judgeAnew(int commands) {
        for (int i = 0; i < commands; i++) {
            var lot = "J" + i;
            var hold = of("/api/lots/" + lot + "/hold", "{'reason':'too early'}");
            assertThat(one(hold).status()).isEqualTo(404);
            assertThat(one(of("/api/lots", Load.lot(lot, "coop-0", 30))).status())
                    .isEqualTo(201);
            var now = i % 2 == 0 ? hold : hold.withBody("{'reason':'now it is there'}");
            seen.put(now, only(byAll(now, addresses)));
            var again = of("/api/lots/" + lot + "/hold", "{'reason':'twice'}");
            assertThat(byAll(again, addresses).stream().map(Reply::status)).containsOnly(409);
        }
    }

    /** Old ones once more, elsewhere. */
    void repeat(List<String> elsewhere, int commands) {
        var sent = new ArrayList<>(seen.keySet());
        Collections.shuffle(sent, random);
        for (var request : sent.subList(0, commands)) {
            assertThat(only(byAll(request, elsewhere))).isEqualTo(seen.get(request));
        }
    }

    /** Another request under a key that is in the log. */
    void refuseOthers(String address, int commands) {
        var sent = new ArrayList<>(seen.keySet());
        Collections.shuffle(sent, random);
        for (var request : sent.subList(0, commands)) {
            var others = List.of(
                    request.withBody(request.body() + " "),
                    request.withParty("market"),
                    request.withPath("/api/lots/other/hold").withBody("{'reason':'x'}"));
            for (var other : others) {
                var reply = Http.post(address, other, Duration.ofSeconds(10));
                assertThat(reply.status()).as(reply.body()).isEqualTo(409);
                assertThat(reply.rule()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
            }
        }
    }

    private static Request of(String path, String body) {
        return new Request(UUID.randomUUID(), "coop-0", path, body);
    }

    private Reply one(Request request) {
        return untilAnswered(request, addresses, 0);
    }

    private static String only(Set<Reply> replies) {
        var all = replies.stream().map(Reply::seen).collect(Collectors.toCollection(HashSet::new));
        assertThat(all).hasSize(1);
        assertThat(replies).allMatch(Reply::isDone);
        return all.iterator().next();
    }

    private static Set<Reply> byAll(Request request, List<String> addresses) {
        Set<Reply> replies = ConcurrentHashMap.newKeySet();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                callers.execute(() -> replies.add(untilAnswered(request, addresses, caller)));
            }
            callers.shutdown();
            assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(replies).hasSize(CALLERS);
        return replies;
    }

    private static Reply untilAnswered(Request request, List<String> addresses, int start) {
        for (int i = start; i < start + TRIES; i++) {
            var reply = Http.post(addresses.get(i % addresses.size()), request, Duration.ofSeconds(10));
            if (reply.status() != 0 && reply.status() != 503) {
                return reply;
            }
        }
        throw new AssertionError("never answered: " + request);
    }
}
