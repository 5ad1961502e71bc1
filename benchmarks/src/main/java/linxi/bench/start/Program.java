package linxi.bench.start;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that answers HTTP. */
final class Program implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Process process;
    private final long began;
    private final Path output;

    private Program(Process process, long began, Path output) {
        this.process = process;
        this.began = began;
        this.output = output;
    }

    static Program start(Path output, List<String> command) throws IOException {
        long began = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Program(process, began, output);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /**
     * Waits until a page answers with a status.
     *
     * @return milliseconds since the start
     */
    double awaitAnswer(String url, int status) throws IOException, InterruptedException {
        while (status(url) != status) {
            if (!process.isAlive() || System.nanoTime() - began > LIMIT.toNanos()) {
                throw new IllegalStateException("no answer of " + url + ": " + Files.readString(output));
            }
            Thread.sleep(5);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    void awaitText(String text) throws IOException, InterruptedException {
        while (!Files.readString(output).contains(text)) {
            if (!process.isAlive() || System.nanoTime() - began > LIMIT.toNanos()) {
                throw new IllegalStateException("no '" + text + "': " + Files.readString(output));
            }
            Thread.sleep(100);
        }
    }

    private static int status(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return 0;
        }
    }

    /** MiB, of the process and its children. */
    double resident() throws IOException {
        double kib = 0;
        for (var one : java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(process.toHandle()), process.descendants())
                .toList()) {
            for (var line : Files.readAllLines(Path.of("/proc", Long.toString(one.pid()), "status"))) {
                if (line.startsWith("VmRSS:")) {
                    kib += Double.parseDouble(line.replaceAll("\\D", ""));
                }
            }
        }
        return kib / 1_024;
    }

    /** SIGTERM, and waits for its end. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
