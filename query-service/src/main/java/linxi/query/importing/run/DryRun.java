package linxi.query.importing.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.importing.Draft;
import linxi.query.importing.Flaw;
import linxi.query.web.Delegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Has every draft judged by the rules of the commands themselves, one after another; nothing is recorded. */
final class DryRun {
    private static final Logger LOG = LoggerFactory.getLogger(DryRun.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_MINUTES = 11;
    private static final long MOST_BYTES = 8 << 20;

    private final Run run;
    private final Delegate delegate;

    DryRun(Run run, Delegate delegate) {
        this.run = run;
        this.delegate = delegate;
    }

    /**
     * @return drafts that can be sent
     * @throws Refused where they are not judged to the end
     */
    List<Draft> judge(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        requireRoom(drafts);
        var lines = drafts.stream()
                .flatMap(draft -> draft.errands().stream())
                .map(errand -> errand.path() + " " + errand.key() + " " + errand.body())
                .toList();
        var fresh = new ArrayList<Draft>();
        var open = delegate.rehearse(lines);
        // No read of an answer that has begun ends by itself where the other side is gone.
        var late = CompletableFuture.delayedExecutor(LONGEST_MINUTES, TimeUnit.MINUTES);
        var watch = CompletableFuture.runAsync(() -> close(open), late);
        try (var answer = new BufferedReader(new InputStreamReader(open, StandardCharsets.UTF_8))) {
            for (var draft : drafts) {
                if (run.isStopping()) {
                    throw new Refused(QueryRule.COMMANDS_AWAY);
                }
                if (isFresh(draft, answer)) {
                    fresh.add(draft);
                }
            }
        } catch (IOException cut) {
            LOG.warn("a dry run broke off: {}", cut.toString());
            throw new Refused(QueryRule.COMMANDS_AWAY);
        } finally {
            var _ = watch.cancel(false);
        }
        return fresh;
    }

    /** Before anything is copied: the command service takes no more at once. */
    private static void requireRoom(List<Draft> drafts) {
        long bytes = drafts.stream()
                .flatMap(draft -> draft.errands().stream())
                .mapToLong(it ->
                        it.path().length() + it.key().length() + 3 + it.body().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (bytes > MOST_BYTES) {
            throw new Refused(QueryRule.BODY_TOO_LARGE);
        }
    }

    private static void close(InputStream open) {
        try {
            open.close();
        } catch (IOException e) {
            LOG.debug("already gone: {}", e.toString());
        }
    }

    private boolean isFresh(Draft draft, BufferedReader answer) throws IOException {
        var flaws = new ArrayList<Flaw>();
        boolean recorded = true;
        for (var errand : draft.errands()) {
            var line = answer.readLine();
            if (line == null) {
                throw new IOException("fewer answers than commands");
            }
            var verdict = JSON.readTree(line);
            recorded &= verdict.path("recorded").asBoolean(false);
            var problem = verdict.path("problem");
            // A shipment that cannot be logged cannot be dispatched either: that need not be said.
            if (!problem.isMissingNode() && flaws.isEmpty()) {
                flaws.addAll(Refusal.flaws(run.kind(), draft, errand, problem));
            }
        }
        run.judged(flaws, recorded);
        return flaws.isEmpty() && !recorded;
    }
}
