package linxi.allinone.faults;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import linxi.allinone.Jvm;
import linxi.allinone.LinxiProcess;
import linxi.command.web.CommandService;
import linxi.query.web.QueryService;
import tools.jackson.databind.JsonNode;

/** One of the two services in a JVM of its own, on the class path of the test. */
final class ServiceProcess implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(4);

    private final Process process;
    private final Path output;
    private final int port;

    private ServiceProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    static ServiceProcess command(Path logs, String mongo, String kafka) {
        return start(CommandService.class, logs, mongo, kafka);
    }

    static ServiceProcess query(Path logs, String mongo, String kafka, String commands, String... more) {
        var settings = new ArrayList<>(List.of(more));
        settings.add("--linxi.command-url=" + commands);
        return start(QueryService.class, logs, mongo, kafka, settings.toArray(String[]::new));
    }

    private static ServiceProcess start(Class<?> main, Path logs, String mongo, String kafka, String... more) {
        int port = LinxiProcess.freePort();
        var arguments = new ArrayList<>(List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--linxi.access.login=false",
                "--linxi.mongo.uri=" + mongo,
                "--linxi.kafka.bootstrap-servers=" + kafka));
        arguments.addAll(List.of(more));
        var command = Jvm.service(160, main.getName(), arguments);
        try {
            var output = Files.createTempFile(logs, main.getSimpleName(), ".txt");
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            // A test that is ended from outside leaves nothing behind.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new ServiceProcess(process, output, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @CanIgnoreReturnValue
    ServiceProcess awaitReady() {
        Await.until("ready: " + output, READY, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("ended: " + terminal());
            }
            return Http.get(url() + "/actuator/health/readiness", Duration.ofSeconds(5))
                            .status()
                    == 200;
        });
        return this;
    }

    int port() {
        return port;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** A part of the health, such as {@code relay}. */
    JsonNode health(String part) {
        return Http.get(url() + "/actuator/health", Duration.ofSeconds(10))
                .json()
                .path("components")
                .path(part);
    }

    /** The sum over the lines of one Prometheus metric; NaN where there is none. */
    double metric(String name) {
        var text =
                Http.get(url() + "/actuator/prometheus", Duration.ofSeconds(10)).body();
        return Pattern.compile("(?m)^" + Pattern.quote(name) + "(\\{[^}]*})? (\\S+)$")
                .matcher(text)
                .results()
                .map(found -> Double.valueOf(found.group(2)))
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }

    /** What is held for good, in bytes: everything else is collected first. */
    double heldHeap() {
        run(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(process.pid()), "GC.run");
        return metric("jvm_gc_live_data_size_bytes");
    }

    /** SIGSTOP: it stands still in the middle of whatever it does, and knows nothing of it. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        run("kill", "-" + name, Long.toString(process.pid()));
    }

    private static void run(String... command) {
        try {
            var program = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!program.waitFor(20, TimeUnit.SECONDS) || program.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGTERM; how long it took. */
    @CanIgnoreReturnValue
    Duration stop() {
        long begun = System.nanoTime();
        process.destroy();
        process.onExit().orTimeout(40, TimeUnit.SECONDS).join();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    String terminal() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
