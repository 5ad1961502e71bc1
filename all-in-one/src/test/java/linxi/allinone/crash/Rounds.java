package linxi.allinone.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import linxi.allinone.LinxiProcess;

/** Starts the program, lets the clerks work, ends it, and again. */
final class Rounds implements AutoCloseable {
    private static final int ATTEMPTS = 3;

    /** A free port was looked for and gone when it was wanted, as happens where many tests run side by side. */
    private static final Pattern PORT_TAKEN = Pattern.compile("Address already in use|port \\d+ .*taken");

    private static final Duration WORK_LIMIT = Duration.ofSeconds(10);
    private static final Duration BEHIND_LIMIT = Duration.ofSeconds(4);
    private static final int BEHIND = 3;

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
        for (int i = 0; i < plan.size(); i++) {
            if (i > 0 && plan.get(i) != Kill.WHILE_STARTING) {
                linxi = start();
            }
            end(plan.get(i));
            kills.merge(plan.get(i), 1, Integer::sum);
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

    private void end(Kill kill) {
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
        linxi.kill();
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
        long deadline = System.nanoTime() + WORK_LIMIT.toNanos();
        while (ledger.acknowledged().size() < wanted && System.nanoTime() < deadline) {
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
