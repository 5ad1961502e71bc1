package linxi.query.importing.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import linxi.access.gate.Pseudonyms;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.importing.ImportKind;
import linxi.query.importing.Reading;
import linxi.query.importing.Vocabulary;
import linxi.query.sheet.UnreadableFile;
import linxi.query.web.Delegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The imports of this instance, in memory: few at once, one of each caller, and those that have ended for a while. Where
 * the instance ends they are gone, and whoever brings the same file again goes on where it stopped.
 */
@Component
public class Runs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    private static final int AT_ONCE = 2;
    private static final int MOST_KEPT = 8;
    private static final Duration KEPT = Duration.ofHours(2);
    private static final Duration LAST_COMMANDS = Duration.ofSeconds(3);

    private final Vocabulary words;
    private final Clock clock;
    private final Supplier<Pseudonyms> marks;
    private final RefusedImports refused;
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final Map<String, Thread> threads = new LinkedHashMap<>();

    Runs(Vocabulary words, Clock clock, Supplier<Pseudonyms> marks, RefusedImports refused) {
        this.words = words;
        this.clock = clock;
        this.marks = marks;
        this.refused = refused;
    }

    /**
     * Reads and judges a file, which is removed then.
     *
     * @throws Refused where the caller has one under way, or too many others have
     */
    public Run take(Path file, String fileName, ImportKind kind, Run.Caller caller, Delegate delegate) {
        var run = new Run(UUID.randomUUID().toString(), caller, kind, fileName, clock.instant());
        add(run);
        begin(run, () -> judge(run, file, delegate));
        return run;
    }

    private synchronized void add(Run run) {
        var owner = run.caller().owner();
        var underWay = runs.values().stream()
                .filter(it -> it.progress().stage().isUnderWay())
                .toList();
        if (underWay.stream().anyMatch(it -> it.caller().owner().equals(owner))) {
            throw new Refused(QueryRule.IMPORT_UNDER_WAY);
        }
        if (underWay.size() >= AT_ONCE) {
            throw new Refused(QueryRule.COME_AGAIN);
        }
        runs.values().removeIf(it -> it.caller().owner().equals(owner));
        forgetOld();
        while (runs.size() >= MOST_KEPT) {
            var oldest = runs.values().stream()
                    .filter(it -> !it.progress().stage().isUnderWay())
                    .min(Comparator.comparing(Run::since))
                    .orElseThrow();
            runs.remove(oldest.id());
        }
        runs.put(run.id(), run);
    }

    private void forgetOld() {
        var end = clock.instant().minus(KEPT);
        runs.values()
                .removeIf(
                        it -> !it.progress().stage().isUnderWay() && it.since().isBefore(end));
    }

    /** @throws Refused where there is none of this caller's */
    public synchronized Run find(String id, String owner) {
        forgetOld();
        var run = runs.get(id);
        if (run == null || !run.caller().owner().equals(owner)) {
            throw new Refused(QueryRule.NO_SUCH_ID, null, id);
        }
        return run;
    }

    /**
     * Sends what can be.
     *
     * @throws Refused where it is not ready, or too many others are under way
     */
    public void start(Run run, Delegate delegate) {
        begin(run);
        begin(run, () -> {
            var unsent = new Sending(run, delegate).send(run.left());
            run.end(unsent);
        });
    }

    private synchronized void begin(Run run) {
        long others = runs.values().stream()
                .filter(it -> it.progress().stage().isUnderWay())
                .count();
        if (others >= AT_ONCE) {
            throw new Refused(QueryRule.COME_AGAIN);
        }
        if (!runs.containsKey(run.id()) || !run.begin()) {
            throw new Refused(QueryRule.IMPORT_NOT_READY);
        }
    }

    private synchronized void begin(Run run, Runnable work) {
        // Reading is work for a processor: on a virtual thread it would keep requests from theirs.
        threads.put(
                run.id(),
                Thread.ofPlatform().daemon().name("import " + run.id()).start(() -> {
                    try {
                        work.run();
                    } catch (RuntimeException | Error e) {
                        LOG.error("an import failed", e);
                        run.fail(QueryRule.SERVER_FAULT.name(), null);
                        throw e;
                    } finally {
                        keepRefused(run);
                        ended(run);
                    }
                }));
    }

    /** Its caller has been told; that nobody else can read of it must not make it fail. */
    private void keepRefused(Run run) {
        try {
            // One at a time, each as it is by then: else a dry run could be kept in place of what came after it.
            synchronized (refused) {
                var found = run.refused(clock.instant());
                if (found != null) {
                    refused.keep(run.id(), found);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("a refused import is missing from the page of operations: {}", e.toString());
        }
    }

    /** Unless another has taken its place: what was judged may be sent before its thread is gone. */
    private synchronized void ended(Run run) {
        threads.remove(run.id(), Thread.currentThread());
    }

    private void judge(Run run, Path file, Delegate delegate) {
        try {
            run.read(Reading.of(file, run.kind(), words, run.caller().party()));
            var reading = run.reading();
            if (reading != null) {
                var ours = marks.get();
                var drafts = reading.sound().stream()
                        .map(it -> it.marked(ours::mark))
                        .toList();
                run.ready(new DryRun(run, delegate).judge(drafts));
            }
        } catch (UnreadableFile unreadable) {
            run.fail(unreadable.reason().name(), unreadable.row() == 0 ? null : unreadable.row());
        } catch (Refused refused) {
            run.fail(refused.rule().name(), null);
        } finally {
            remove(file);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} stays behind: {}", file, e.toString());
        }
    }

    /** Begins nothing more, and gives what is in hand a moment. */
    @Override
    public void close() {
        ArrayList<Thread> working;
        synchronized (this) {
            runs.values().forEach(Run::stop);
            working = new ArrayList<>(threads.values());
        }
        long until = System.nanoTime() + LAST_COMMANDS.toNanos();
        for (var thread : working) {
            try {
                if (!thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())))) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
