package linxi.edge.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopLimitTest {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    @Test
    void cutsOffWhatHangsAndSaysWhere() throws IOException, InterruptedException {
        var stop = stop("hang");
        assertThat(stop.code()).isEqualTo(143);
        assertThat(stop.said()).contains("cut off", "the-one-that-hangs", "Thread.sleep");
    }

    @Test
    void leavesAPromptStopAlone() throws IOException, InterruptedException {
        var stop = stop("prompt");
        assertThat(stop.code()).isEqualTo(7);
        assertThat(stop.said()).doesNotContain("cut off");
    }

    private record Stop(int code, String said) {}

    private static Stop stop(String how) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var process = new ProcessBuilder(java, "-cp", classes, Program.class.getName(), how)
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("stops").isTrue();
            return new Stop(
                    process.exitValue(), new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            StopLimit.install(LIMIT);
            if (arguments[0].equals("hang")) {
                Runtime.getRuntime().addShutdownHook(new Thread(Program::hang, "the-one-that-hangs"));
            }
            System.exit(7);
        }

        private static void hang() {
            try {
                Thread.sleep(Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
