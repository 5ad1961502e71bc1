package linxi.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Programs from the built jars, as processes of their own. What a start of the whole system loads is recorded
 * once for all tests, as the {@code linxi} script does it: the suites start it some hundred times, and wait for that.
 */
public final class Jvm {
    private static final Path FOLDER = Path.of("target", "linxi").toAbsolutePath();
    private static final Path JAR = FOLDER.resolve("linxi.jar");
    private static final Path CACHE = Path.of("target", "tests.aot").toAbsolutePath();
    private static final List<String> ALL = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED");
    private static final long TRAINING_MINUTES = 3;

    private Jvm() {}

    /** The whole system's program. */
    static List<String> linxi(int megabytes, List<String> arguments) {
        train();
        // A start without the record is slow, and no failure.
        return command(
                megabytes,
                List.of("-XX:AOTCache=" + CACHE, "-Xlog:disable", "-Xlog:all=error:stderr", "-jar", JAR.toString()),
                arguments);
    }

    /** One service alone, with its own class path, which no record is of. */
    public static List<String> service(int megabytes, String main, List<String> arguments) {
        return command(megabytes, List.of("-cp", FOLDER.resolve("lib") + "/*", main), arguments);
    }

    private static List<String> command(int megabytes, List<String> program, List<String> arguments) {
        var command = new ArrayList<>(ALL);
        command.add("-Xmx" + megabytes + "m");
        command.addAll(program);
        command.addAll(arguments);
        return command;
    }

    /** By the first of the test processes that comes here. */
    private static synchronized void train() {
        try (var file = FileChannel.open(
                        CACHE.resolveSibling("tests.aot.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = file.lock()) {
            if (Files.exists(CACHE) && Files.getLastModifiedTime(CACHE).compareTo(Files.getLastModifiedTime(JAR)) > 0) {
                return;
            }
            var made = CACHE.resolveSibling("tests.aot.new");
            var command = new ArrayList<>(ALL);
            command.addAll(List.of("-Xmx400m", "-XX:AOTCacheOutput=" + made, "-jar", JAR.toString(), "train"));
            var training = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(CACHE.resolveSibling("tests.aot.txt").toFile())
                    .start();
            if (!training.waitFor(TRAINING_MINUTES, TimeUnit.MINUTES) || training.exitValue() != 0) {
                training.destroyForcibly();
                System.out.println("starts are slow: nothing was recorded, see target/tests.aot.txt");
                Files.write(made, new byte[0]);
            }
            var _ = Files.move(made, CACHE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
