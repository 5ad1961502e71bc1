package linxi.allinone;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, from the built jars, as a user runs it. */
public final class LinxiProcess implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(4);

    private final Process process;
    private final Path output;
    private final int port;

    private LinxiProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts {@code linxi up} from the jar and waits until it is ready. */
    static LinxiProcess up(Path data, int port, String... more) {
        var linxi = launch(data, port, more);
        linxi.awaitReady();
        return linxi;
    }

    /** Starts {@code linxi up} from the jar; does not wait. */
    public static LinxiProcess launch(Path data, int port, String... more) {
        var arguments = new ArrayList<>(List.of("up", "--data", data.toString(), "--port", Integer.toString(port)));
        arguments.addAll(List.of(more));
        return start(Jvm.linxi(400, arguments), data, port);
    }

    /** Starts a command that ends by itself. */
    public static LinxiProcess run(Path folder, String language, String... arguments) {
        return start(Jvm.linxi(200, List.of(arguments)), folder, 0, language);
    }

    /** Starts any command that will answer on {@code port}; does not wait. */
    static LinxiProcess start(List<String> command, Path data, int port) {
        return start(command, data, port, "en_US.UTF-8");
    }

    private static LinxiProcess start(List<String> command, Path data, int port, String language) {
        return start(command, data, port, Map.of("LANG", language));
    }

    /** As above, with more in its environment. */
    static LinxiProcess start(List<String> command, Path data, int port, Map<String, String> environment) {
        try {
            Files.createDirectories(data);
            var output = Files.createTempFile(data.toAbsolutePath().getParent(), "terminal", ".txt");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            // A test that is ended itself, by its time limit, may not leave the program behind.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new LinxiProcess(process, output, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Below the ports that systems give to outgoing connections, so that none takes it before the program does. */
    public static int freePort() {
        while (true) {
            try (var socket = new ServerSocket(ThreadLocalRandom.current().nextInt(20_000, 32_000))) {
                return socket.getLocalPort();
            } catch (IOException _) {
                // taken: another one
            }
        }
    }

    public void awaitReady() {
        var client = new Client(url());
        var deadline = System.nanoTime() + READY.toNanos();
        while (!client.isReady()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IllegalStateException("not ready: " + terminal());
            }
            pause();
        }
    }

    /** Waits until the terminal shows the text. */
    public void awaitText(String text, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!terminal().contains(text)) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IllegalStateException("no '" + text + "' in: " + terminal());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Of all processors, what it has taken since its start: from 0 to 1. */
    double processorShare() {
        var info = process.info();
        double lived = Duration.between(info.startInstant().orElseThrow(), Instant.now())
                .toNanos();
        return info.totalCpuDuration().orElseThrow().toNanos()
                / lived
                / Runtime.getRuntime().availableProcessors();
    }

    long pid() {
        return process.pid();
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public String terminal() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM, as Ctrl-C; the exit code. */
    public int stop() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("does not stop: " + terminal());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return process.exitValue();
    }

    /** SIGTERM, without waiting for what comes of it. */
    public void terminate() {
        process.destroy();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL, as a power cut; the exit code, another one where it was gone before. */
    @CanIgnoreReturnValue
    public int kill() {
        process.destroyForcibly();
        return process.onExit().join().exitValue();
    }

    /** Waits for a process that ends by itself. */
    public int exitCode() {
        return process.onExit().orTimeout(180, TimeUnit.SECONDS).join().exitValue();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
