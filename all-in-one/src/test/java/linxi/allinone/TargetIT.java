package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import linxi.allinone.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a maintenance command works on: a running system, a stopped one, one that was killed, or nothing at all. */
class TargetIT {
    @TempDir
    private Path folder;

    @Test
    void findsARunningSystemAStoppedOneAndOneThatWasKilled() {
        var data = folder.resolve("data");
        try (var linxi = LinxiProcess.up(data, LinxiProcess.freePort(), "--no-login")) {
            assertThat(data.resolve("linxi.running")).exists();
            assertChecked(data);
            linxi.kill();
        }
        assertThat(data.resolve("linxi.running")).exists();
        assertChecked(data);
        assertThat(data.resolve("linxi.running")).doesNotExist();
        try (var linxi = LinxiProcess.up(data, LinxiProcess.freePort(), "--no-login")) {
            assertThat(linxi.stop()).isIn(0, 143);
        }
        assertThat(data.resolve("linxi.running")).doesNotExist();
        assertChecked(data);
    }

    private static void assertChecked(Path data) {
        try (var verify = LinxiProcess.run(data, "en_US.UTF-8", "verify", "--data", data.toString())) {
            assertThat(verify.exitCode()).as(verify::terminal).isZero();
            assertThat(verify.terminal()).doesNotContain("WARN", "INFO", "Exception");
            assertThat(data.resolve("logs").resolve("command.log")).exists();
        }
    }

    @Test
    void saysInBothLanguagesThatThereAreNoDataAndMakesNone() {
        var data = folder.resolve("none");
        try (var english = LinxiProcess.run(folder, "en_US.UTF-8", "verify", "--data", data.toString());
                var chinese = LinxiProcess.run(folder, "zh_CN.UTF-8", "verify", "--data", data.toString())) {
            assertThat(english.exitCode()).isEqualTo(2);
            assertThat(english.terminal().strip())
                    .isEqualTo(Terminal.of(System.out, Locale.ENGLISH).text("target.missing", data));
            assertThat(chinese.exitCode()).isEqualTo(2);
            assertThat(chinese.terminal().strip())
                    .isEqualTo(Terminal.of(System.out, Locale.CHINESE).text("target.missing", data));
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void saysWhichServerDoesNotAnswerWithoutItsPassword() {
        var uri = "mongodb://someone:secret@127.0.0.1:" + LinxiProcess.freePort() + "/?retryWrites=false";
        try (var verify = LinxiProcess.run(folder, "en_US.UTF-8", "verify", "--mongo", uri)) {
            assertThat(verify.exitCode()).as(verify::terminal).isEqualTo(2);
            assertThat(verify.terminal().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("127.0.0.1")
                    .doesNotContain("secret");
        }
    }

    @Test
    void saysWhatIsNoAddressWithoutItsPassword() {
        try (var verify =
                LinxiProcess.run(folder, "en_US.UTF-8", "verify", "--mongo", "mongdb://someone:secret@host")) {
            assertThat(verify.exitCode()).isEqualTo(2);
            assertThat(verify.terminal()).contains("--mongo").doesNotContain("secret");
        }
    }

    @Test
    void takesAFolderOrServersNotBoth() {
        try (var verify = LinxiProcess.run(folder, "en_US.UTF-8", "verify", "--data", "d", "--mongo", "mongodb://h")) {
            assertThat(verify.exitCode()).isEqualTo(2);
            assertThat(verify.terminal()).contains("--data").contains("--mongo");
        }
    }

    @Test
    void asksToWaitWhereAnotherHoldsTheFolderAndIsNotReady() throws IOException {
        var data = folder.resolve("data");
        var _ = Files.createDirectories(data.resolve("mongo"));
        var terminal = Terminal.of(System.out, Locale.ENGLISH);
        try (var _ = Installation.open(data, terminal);
                var verify = LinxiProcess.run(folder, "en_US.UTF-8", "verify", "--data", data.toString())) {
            assertThat(verify.exitCode()).isEqualTo(2);
            assertThat(verify.terminal()).contains(data.toString());
        }
    }
}
