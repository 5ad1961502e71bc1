package linxi.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A JVM of its own that prints what was acknowledged, until it is killed. */
final class ChildJvm {
    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private ChildJvm(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static ChildJvm run(Class<?> main, Path folder) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                folder.toString());
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Waits for the first lines, lets it go on for a while, and kills it in the middle of its work. */
    List<String> killAfter(int firstLines, Duration more) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (lines.size() < firstLines && process.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        Thread.sleep(more);
        // By its handle: the process itself would close the pipe before the last lines are read.
        assertThat(process.toHandle().destroyForcibly()).isTrue();
        if (!process.waitFor(20, TimeUnit.SECONDS) || !reader.join(Duration.ofSeconds(20))) {
            throw new IllegalStateException("the child outlives its kill");
        }
        return new ArrayList<>(lines);
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            @Nullable String line = out.readLine();
            while (line != null) {
                lines.add(line);
                line = out.readLine();
            }
        } catch (IOException e) {
            lines.add("broken pipe: " + e.getMessage());
        }
    }
}
