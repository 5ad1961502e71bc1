package linxi.query.importing.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.importing.Draft;
import linxi.query.importing.Errand;
import linxi.query.importing.Flaw;
import linxi.query.web.Delegate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Sends drafts, a few at once, so that of two that touch the same thing the earlier one is done first. */
final class Sending {
    private static final int AT_ONCE = 4;
    private static final int ATTEMPTS = 14;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final JsonMapper JSON = new JsonMapper();

    private final Run run;
    private final Delegate delegate;
    /** Guarded by this, like the number in hand. */
    private final Set<String> touched = new HashSet<>();

    private final List<Draft> unsent = new ArrayList<>();
    private int inHand;

    Sending(Run run, Delegate delegate) {
        this.run = run;
        this.delegate = delegate;
    }

    /** @return those of which nobody knows whether they are recorded, or that were not begun */
    List<Draft> send(List<Draft> drafts) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var draft : drafts) {
                if (run.isStopping() || !take(draft)) {
                    leave(draft);
                } else {
                    threads.execute(() -> send(draft));
                }
            }
        }
        return List.copyOf(unsent);
    }

    private synchronized void leave(Draft draft) {
        unsent.add(draft);
    }

    /** Waits for its turn; every command in hand comes to its end. */
    private synchronized boolean take(Draft draft) {
        try {
            while (inHand == AT_ONCE || !Collections.disjoint(touched, draft.touches())) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            run.stop();
            return false;
        }
        inHand++;
        touched.addAll(draft.touches());
        return true;
    }

    private synchronized void done(Draft draft) {
        inHand--;
        touched.removeAll(draft.touches());
        notifyAll();
    }

    private void send(Draft draft) {
        try {
            for (var errand : draft.errands()) {
                var flaws = patiently(draft, errand);
                if (!flaws.isEmpty()) {
                    run.sent(flaws);
                    return;
                }
            }
            run.sent(List.of());
        } catch (Refused away) {
            if (!run.isStopping()) {
                run.breakOff(away.rule().name());
            }
            leave(draft);
        } finally {
            done(draft);
        }
    }

    /** @throws Refused where it goes on being away, or lets the caller in no longer */
    private List<Flaw> patiently(Draft draft, Errand errand) {
        var pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            var reply = attempt(errand);
            if (reply != null && reply.status() < 300) {
                return List.of();
            }
            if (reply != null && !isPassing(reply.status())) {
                var problem = problem(reply.body());
                needLogin(reply.status(), problem);
                return Refusal.flaws(run.kind(), draft, errand, problem);
            }
            if (attempt == ATTEMPTS || run.isStopping()) {
                throw new Refused(QueryRule.COMMANDS_AWAY);
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static boolean isPassing(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    private Delegate.@Nullable Reply attempt(Errand errand) {
        try {
            return delegate.send(errand.path(), errand.key(), errand.body());
        } catch (Refused away) {
            return null;
        }
    }

    /** All that follow would be refused for the same reason. */
    private static void needLogin(int status, JsonNode problem) {
        var rule = problem.path("rule").asString("");
        if (status == 401) {
            throw new Refused(QueryRule.NOT_LOGGED_IN);
        }
        if (rule.equals("CSRF_TOKEN_WRONG")
                || rule.equals("ROLE_NOT_ALLOWED")
                || rule.equals("PASSWORD_TO_BE_CHANGED")) {
            throw new Refused(QueryRule.valueOf(rule));
        }
    }

    private static JsonNode problem(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(QueryRule.COMMANDS_AWAY);
        }
    }
}
