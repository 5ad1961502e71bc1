package linxi.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** One who sends hostile requests over one connection: first every injection, on things in the right state, then anything. */
final class HostileCaller {
    private static final int TIMES = 5;

    private final HostileRequests requests;
    private final HostileStory story;
    private final HostileAnswers answers;
    private final Acknowledged acknowledged;
    private int hits;

    HostileCaller(String name, HostileRequests requests, HostileAnswers answers, Acknowledged acknowledged) {
        this.requests = requests;
        this.story = new HostileStory(name, requests.operations());
        this.answers = answers;
        this.acknowledged = acknowledged;
    }

    /** How many hostile requests were recorded all the same: those that the store and the read models had to bear. */
    int hits() {
        return hits;
    }

    void call(int port, int times) {
        try (var http = new RawHttp(port)) {
            for (int i = 0; i < times; i++) {
                call(http);
            }
        } catch (IOException | RuntimeException e) {
            answers.fault("no answer: " + e);
        }
    }

    private void call(RawHttp http) throws IOException {
        var injection = requests.nextInjection();
        if (injection == null) {
            hits += send(http, requests.random()) ? 1 : 0;
            return;
        }
        var path = injection.operation().path();
        var id = story.ready(path, right -> tell(http, right));
        if (send(http, story.request(path, id, injection.into(story.body(path, id))))) {
            hits++;
            story.recorded(path);
        }
    }

    /** Told to come again, he does, with the same key. */
    private void tell(RawHttp http, HostileRequests.Request right) {
        var keyed = new HostileRequests.Request(
                right.head() + "Idempotency-Key: " + UUID.randomUUID() + "\r\n", right.body());
        try {
            for (int i = 0; i < TIMES; i++) {
                if (send(http, keyed)) {
                    return;
                }
            }
            answers.fault("the story breaks off at " + right);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean send(RawHttp http, HostileRequests.Request request) throws IOException {
        var answer = http.send(request);
        answers.judge(request.head(), answer);
        return acknowledged.note(answer);
    }
}
