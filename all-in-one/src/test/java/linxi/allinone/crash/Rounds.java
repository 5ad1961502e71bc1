package linxi.allinone.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import linxi.allinone.LinxiProcess;

/** Starts the program, lets the clerks work, ends it, and again. */
final class Rounds implements AutoCloseable {
    private static final int ATTEMPTS = 3;

    /** A free port was looked for and gone when it was wanted, as happens where many tests run side by side. */
    private static final Pattern PORT_TAKEN = Pattern.compile("Address already in use|port \\d+ .*taken");

    private static final Duration WORK_LIMIT = Duration.ofMinutes(2);
    private static final Duration BEHIND_LIMIT = Duration.ofSeconds(4);
    private static final int BEHIND = 3;

    /** The exit code of whatever SIGKILL ended. */
    private static final int KILLED = 137;

    private final Path data;
    private final int port;
    private final Wire wire;
    private final Ledger ledger;
    private final Random random;
    private final List<Long> starts = new ArrayList<>();
    private final List<Long> stops = new ArrayList<>();
    private final Map<Kill, Integer> kills = new EnumMap<>(Kill.class);
    private int reallyBehind;
    private LinxiProcess linxi;

    Rounds(Path data, int port, Wire wire, Ledger ledger, Random random) {
        this.data = data;
        this.port = port;
        this.wire = wire;
        this.ledger = ledger;
        this.random = random;
        this.linxi = start();
    }

    void run(List<Kill> plan) {
        for (var kill : plan) {
            while (!end(kill)) {
                System.out.println("crash test: stopped before it could be killed; once more");
            }
        }
        linxi = start();
    }

    /** Starts the program where it was stopped, until it is ready. */
    void again() {
        linxi = start();
    }

    private LinxiProcess start() {
        for (int attempt = 1; ; attempt++) {
            long began = System.nanoTime();
            var started = LinxiProcess.launch(data, port, "--no-login");
            try {
                started.awaitReady();
                starts.add(millisSince(began));
                return started;
            } catch (IllegalStateException notReady) {
                started.close();
                if (attempt == ATTEMPTS
                        || !PORT_TAKEN
                                .matcher(String.valueOf(notReady.getMessage()))
                                .find()) {
                    throw notReady;
                }
                System.out.println("crash test: another program took a port in between; starting again");
            }
        }
    }

    private static long millisSince(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    /** @return false where it was gone by itself, as it may be that was told to */
    private boolean end(Kill kill) {
        if (kill != Kill.WHILE_STARTING && !linxi.isAlive()) {
            linxi = start();
        }
        switch (kill) {
            case UNDER_LOAD -> awaitWork(30, 400);
            case WHILE_THE_FEED_IS_BEHIND -> awaitBehind();
            case WHILE_STARTING -> {
                linxi = LinxiProcess.launch(data, port, "--no-login");
                Pause.millis(random.nextLong(200, Collections.max(starts)));
            }
            case JUST_READY -> Pause.millis(random.nextInt(300));
            case WHILE_STOPPING -> {
                awaitWork(20, 150);
                linxi.terminate();
                Pause.millis(random.nextInt(1_500));
            }
            case STOPPED -> {
                awaitWork(20, 150);
                stop();
            }
        }
        return kill == Kill.STOPPED ? count(kill) : kill(kill);
    }

    private boolean kill(Kill how) {
        if (how == Kill.UNDER_LOAD || how == Kill.WHILE_THE_FEED_IS_BEHIND) {
            await("a command under way", () -> wire.inFlight() > 0);
        }
        int code = linxi.kill();
        if (code == KILLED) {
            return count(how);
        }
        if (how == Kill.WHILE_STOPPING) {
            return false;
        }
        throw new AssertionError("ended by itself, with " + code + ": " + linxi.terminal());
    }

    private boolean count(Kill kill) {
        kills.merge(kill, 1, Integer::sum);
        return true;
    }

    /** How often it was ended by SIGKILL. */
    int killed() {
        return kills.values().stream().mapToInt(Integer::intValue).sum() - kills.getOrDefault(Kill.STOPPED, 0);
    }

    /** How often of these while commands were under way. */
    int killedAtWork() {
        return kills.getOrDefault(Kill.UNDER_LOAD, 0) + kills.getOrDefault(Kill.WHILE_THE_FEED_IS_BEHIND, 0);
    }

    /** SIGTERM. The exit code is that of a program that ended by itself. */
    void stop() {
        long began = System.nanoTime();
        int code = linxi.stop();
        stops.add(millisSince(began));
        if (code != 0 && code != 143) {
            throw new AssertionError("ended with " + code + ": " + linxi.terminal());
        }
    }

    /** Until some more commands were acknowledged. */
    private void awaitWork(int least, int most) {
        int wanted = ledger.acknowledged().size() + random.nextInt(least, most);
        await("work", () -> ledger.acknowledged().size() >= wanted);
    }

    private static void await(String what, BooleanSupplier done) {
        long deadline = System.nanoTime() + WORK_LIMIT.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + WORK_LIMIT + ": " + what);
            }
            Pause.millis(1);
        }
    }

    private void awaitBehind() {
        awaitWork(20, 150);
        long deadline = System.nanoTime() + BEHIND_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            long asOf = wire.asOf();
            if (asOf >= 0 && ledger.highest() - asOf >= BEHIND) {
                reallyBehind++;
                return;
            }
        }
    }

    String figures() {
        var sorted = starts.stream().sorted().toList();
        return "ended %s (feed really behind %d times); starts %d: median %d ms, longest %d ms; stops by SIGTERM: longest %d ms"
                .formatted(
                        kills,
                        reallyBehind,
                        sorted.size(),
                        sorted.get(sorted.size() / 2),
                        sorted.getLast(),
                        stops.stream().mapToLong(Long::longValue).max().orElse(0));
    }

    @Override
    public void close() {
        linxi.close();
    }
}
