package linxi.allinone;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * Measures the embedded default on a data folder that {@link LargeLog} filled, for the table in {@code
 * docs/operations.md}; by hand, on a quiet machine. Argument: the folder. The first run also sends and folds the log.
 */
final class Capacity {
    private static final int SAMPLES = 100;
    private static final int CALLERS = 16;
    private static final int EACH = 50;

    private final Client client;

    private Capacity(String url) {
        this.client = new Client(url);
    }

    public static void main(String... arguments) throws IOException {
        var data = Path.of(arguments[0]);
        long began = System.nanoTime();
        try (var linxi = LinxiProcess.up(data, LinxiProcess.freePort(), "--no-login")) {
            say("ready", System.nanoTime() - began);
            new Capacity(linxi.url()).measure(began);
            for (var line : Files.readAllLines(Path.of("/proc", Long.toString(linxi.pid()), "status"))) {
                if (line.startsWith("VmRSS") || line.startsWith("VmHWM")) {
                    System.out.println(line);
                }
            }
            var _ = linxi.stop();
        }
        for (var part : new String[] {"mongo", "kafka"}) {
            System.out.printf("%s %d MiB%n", part, bytes(data.resolve(part)) >> 20);
        }
    }

    private void measure(long began) {
        client.postAsNobody("/api/parties", "{'id':'coop','kind':'COOPERATIVE','name':{'zh':'合作社'}}");
        client.record("/api/products", "coop", "{'id':'egg','kind':'EGG','name':{'zh':'鸡蛋'},'baseUnit':'PIECE'}");
        long head = lot(UUID.randomUUID().toString());
        awaitFolded(head);
        say("folded to " + head, System.nanoTime() - began);
        time("one command", () -> lot(UUID.randomUUID().toString()));
        time("a command, then a read that waits for it", () -> {
            long at = lot(UUID.randomUUID().toString());
            get("/api/lots?limit=1&atLeast=" + at);
        });
        var one = UUID.randomUUID().toString();
        long at = lot(one);
        time("one lot", () -> get("/api/lots/" + one + "?atLeast=" + at));
        time("50 shipments", () -> get("/api/shipments"));
        time("sales by month", () -> get("/api/sales?groupBy=month"));
        together();
    }

    private void together() {
        long began = System.nanoTime();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int i = 0; i < CALLERS * EACH; i++) {
                callers.execute(() -> lot(UUID.randomUUID().toString()));
            }
        }
        long nanos = System.nanoTime() - began;
        System.out.printf("%d callers: %d commands/s%n", CALLERS, CALLERS * EACH * 1_000_000_000L / nanos);
    }

    /** Where the log is long, longer than one answer may wait. */
    private void awaitFolded(long position) {
        var limit = System.nanoTime() + Duration.ofMinutes(20).toNanos();
        while (client.status("/api/lots?limit=1&atLeast=" + position) == 503) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("not folded to " + position);
            }
        }
    }

    @CanIgnoreReturnValue
    private long lot(String id) {
        return client.record("/api/lots", "coop", """
                {"id": "%s", "origin": "coop", "product": "egg", "quantity": {"amount": 30, "unit": "PIECE"},
                 "producedAt": "2020-05-01T06:00:00+08:00"}""".formatted(id));
    }

    private void get(String path) {
        var _ = client.get(path);
    }

    private static void time(String what, Runnable call) {
        var nanos = new long[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            long began = System.nanoTime();
            call.run();
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%s: median %.1f ms, 95 %% %.1f ms%n", what, nanos[SAMPLES / 2] / 1e6, nanos[SAMPLES * 95 / 100] / 1e6);
    }

    private static void say(String what, long nanos) {
        System.out.printf("%s after %.1f s%n", what, nanos / 1e9);
    }

    private static long bytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(Capacity::size).sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
