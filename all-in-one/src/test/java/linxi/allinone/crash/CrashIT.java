package linxi.allinone.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import linxi.allinone.LinxiProcess;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/**
 * {@code -Dlinxi.crash.rounds} kills (5, or 100 by {@code -Pcrash}) and some stops, from {@code -Dlinxi.crash.seed}. What the clerks
 * wrote down and the data stay in {@code target/crash} for whoever has to find out why it failed.
 */
class CrashIT {
    private static final int CLERKS = 8;

    /** Acknowledged, a kill. */
    private static final int LEAST_COMMANDS = 20;

    private final int rounds = Integer.getInteger("linxi.crash.rounds", 5);
    private final long seed = Long.getLong("linxi.crash.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Town town = new Town();
    private final Trade trade = new Trade(town);
    private final AtomicBoolean closing = new AtomicBoolean();

    @Test
    void losesNothingDoublesNothingAndLeavesNothingHalf() throws IOException, InterruptedException {
        var folder = Path.of("target", "crash", Instant.now().toString().replace(':', '-'))
                .toAbsolutePath();
        Files.createDirectories(folder);
        System.out.printf("crash test: %d rounds, seed %d, in %s%n", rounds, seed, folder);
        int port = LinxiProcess.freePort();
        var wire = new Wire("http://localhost:" + port);
        try (var ledger = new Ledger(folder.resolve("ledger.txt"));
                var program = new Rounds(folder.resolve("data"), port, wire, ledger, random)) {
            try {
                work(program, wire, ledger);
                metWork(program, ledger);
                examine(program, wire, ledger, folder.resolve("data"));
            } finally {
                System.out.printf("crash test: %s%ncrash test: %s%n", ledger.figures(), program.figures());
            }
        }
    }

    private void work(Rounds program, Wire wire, Ledger ledger) throws InterruptedException {
        var founder = clerk(wire, ledger);
        for (var command : Founding.commands(random)) {
            founder.perform(Step.of(command));
        }
        assertThat(ledger.refused()).as("the founding").isEmpty();
        try (var clerks = Executors.newFixedThreadPool(CLERKS)) {
            var working = new ArrayList<java.util.concurrent.Future<?>>();
            for (int i = 0; i < CLERKS; i++) {
                working.add(clerks.submit(clerk(wire, ledger)));
            }
            try {
                program.run(Kill.plan(rounds, random));
                Pause.millis(500);
                closing.set(true);
                clerks.shutdown();
                assertThat(clerks.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
                for (var clerk : working) {
                    assertThat(clerk.state()).isEqualTo(java.util.concurrent.Future.State.SUCCESS);
                }
            } finally {
                closing.set(true);
                var _ = clerks.shutdownNow();
            }
        }
    }

    /** A test that kills an idle program finds nothing. */
    private void metWork(Rounds program, Ledger ledger) {
        assertThat(program.killed()).as("ends by SIGKILL").isEqualTo(rounds);
        assertThat(ledger.acknowledged()).hasSizeGreaterThanOrEqualTo(rounds * LEAST_COMMANDS);
        assertThat(ledger.cuts())
                .as("commands cut off")
                .isGreaterThanOrEqualTo(Math.ceilDiv(program.killedAtWork(), 2));
    }

    private Clerk clerk(Wire wire, Ledger ledger) {
        return new Clerk(new Random(random.nextLong()), wire, ledger, town, trade, closing);
    }

    private void examine(Rounds program, Wire wire, Ledger ledger, Path data) {
        askAfter(ledger, clerk(wire, ledger));
        var books = booksMatch(wire);
        program.stop();
        verifies(data);
        Map<String, Document> folded;
        try (var disk = Disk.of(data)) {
            logHolds(disk, ledger);
            folded = disk.readModels();
            disk.forgetReadModels();
        }
        program.again();
        long head = Wire.json(lastLine(wire)).get("position").longValue();
        var _ = wire.text("/api/parties?limit=1&atLeast=" + head);
        assertThat(Comparison.of(wire, books, random).differences()).isEmpty();
        program.stop();
        try (var disk = Disk.of(data)) {
            sameReadModels(folded, disk.readModels());
        }
        assertThat(ledger.violations()).isEmpty();
    }

    /** Half of what was given up is sent again; whatever the log holds of it must be what is answered now. */
    private void askAfter(Ledger ledger, Clerk clerk) {
        for (var command : ledger.unanswered()) {
            if (random.nextBoolean()) {
                clerk.perform(Step.of(command));
            }
        }
    }

    private Books booksMatch(Wire wire) {
        var books = new Books();
        long position = 0;
        for (var page = events(wire, 0); page.length > 0; page = events(wire, position)) {
            for (var line : page) {
                var event = Wire.json(line);
                position++;
                assertThat(event.get("position").longValue()).isEqualTo(position);
                books.enter(event);
            }
        }
        books.settlements.values().forEach(Account::check);
        books.incomes.check();
        var _ = wire.text("/api/parties?limit=1&atLeast=" + position);
        var result = Comparison.of(wire, books, random);
        System.out.printf(
                "crash test: %d events, %d shipments, %d settlements, %d fen to households; %d figures compared%n",
                position, books.shipments.size(), books.settlements.size(), books.incomes.total(), result.compared());
        assertThat(result.differences()).isEmpty();
        return books;
    }

    private static String[] events(Wire wire, long after) {
        var text = wire.text("/api/events?limit=10000&after=" + after);
        return text.isBlank() ? new String[0] : text.strip().split("\n");
    }

    private static String lastLine(Wire wire) {
        long after = 0;
        var last = "";
        for (var page = events(wire, 0); page.length > 0; page = events(wire, after)) {
            last = page[page.length - 1];
            after = Wire.json(last).get("position").longValue();
        }
        return last;
    }

    /** The program's own word on it, too. */
    private static void verifies(Path data) {
        try (var verify = LinxiProcess.run(data, "en_US.UTF-8", "verify", "--data", data.toString())) {
            int code = verify.exitCode();
            assertThat(code).as(verify.terminal()).isZero();
        }
    }

    private static void logHolds(Disk disk, Ledger ledger) {
        var verification = disk.verify();
        assertThat(verification.isSound()).as(verification.toString()).isTrue();
        var exam = LogExam.of(disk.commits(), ledger);
        System.out.printf(
                "crash test: %d commits, %d events in the log, %d of them never answered; head %s%n",
                exam.commits(), exam.events(), exam.unasked(), verification.hash());
        assertThat(exam.faults()).isEmpty();
        assertThat(verification.position()).isEqualTo(exam.events());
    }

    private static void sameReadModels(Map<String, Document> folded, Map<String, Document> rebuilt) {
        var different = new ArrayList<String>();
        var all = new HashMap<>(folded);
        all.putAll(rebuilt);
        for (var id : all.keySet()) {
            if (!java.util.Objects.equals(folded.get(id), rebuilt.get(id))) {
                different.add(id + ": " + folded.get(id) + " rebuilt " + rebuilt.get(id));
            }
        }
        System.out.printf("crash test: %d documents of read models equal a rebuild from nothing%n", rebuilt.size());
        assertThat(different.isEmpty() ? List.of() : different.subList(0, Math.min(5, different.size())))
                .isEmpty();
    }
}
