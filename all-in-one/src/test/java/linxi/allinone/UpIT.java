package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who starts it where it cannot start. */
class UpIT {
    @TempDir
    private Path folder;

    @Test
    void saysWhichPortIsTakenAndWhatToDo() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var linxi = up(folder.resolve("data"), taken.getLocalPort())) {
            assertThat(linxi.exitCode()).isEqualTo(1);
            assertThat(linxi.terminal()).contains("" + taken.getLocalPort()).contains("--port");
        }
    }

    @Test
    void saysThatTheFolderIsTakenAndKeepsServingTheFirst() {
        var data = folder.resolve("data");
        try (var first = LinxiProcess.up(data, LinxiProcess.freePort(), "--no-login");
                var second = up(data, LinxiProcess.freePort())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.terminal()).contains(data.toString()).contains("--data");
            assertThat(new Client(first.url()).isReady()).isTrue();
            assertThat(first.stop()).isIn(0, 143);
        }
    }

    @Test
    void emptiesTheFolderOnResetAndNothingElseInIt() throws IOException {
        var data = folder.resolve("data");
        Files.createDirectories(data.resolve("mongo"));
        Files.writeString(data.resolve("mongo").resolve("rubbish"), "not a store");
        Files.writeString(data.resolve("notes.txt"), "mine");
        try (var linxi = LinxiProcess.up(data, LinxiProcess.freePort(), "--reset", "--no-login")) {
            assertThat(data.resolve("mongo").resolve("rubbish")).doesNotExist();
            assertThat(data.resolve("notes.txt")).hasContent("mine");
            assertThat(linxi.stop()).isIn(0, 143);
        }
    }

    private static LinxiProcess up(Path data, int port) {
        var arguments = List.of("up", "--data", data.toString(), "--port", Integer.toString(port));
        return LinxiProcess.start(Jvm.linxi(400, arguments), data, port);
    }
}
