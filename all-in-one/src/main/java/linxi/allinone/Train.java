package linxi.allinone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.Callable;
import linxi.allinone.demo.DemoData;
import linxi.allinone.demo.DemoRun;
import linxi.allinone.terminal.Terminal;
import picocli.CommandLine.Command;

/**
 * {@code linxi train}: starts everything once on a folder of its own, does a little of each thing and stops, so that
 * the JVM can record what it loaded and compiled (its ahead-of-time cache) and later starts are quick.
 */
@Command(name = "train", hidden = true)
final class Train implements Callable<Integer> {
    @Override
    public Integer call() throws IOException, InterruptedException {
        var silent = Terminal.of(
                new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8), Locale.ENGLISH);
        var folder = Files.createTempDirectory("linxi-train");
        System.setProperty("linxi.log.folder", folder.resolve("logs").toString());
        var ports = new Ports();
        try (var installation = Installation.open(folder, silent)) {
            try (var parts = Parts.start(installation, ports.near(18_080), ports, Mode.WITH_LOGINS, silent);
                    var keys = new DemoKeys(parts.database())) {
                return DemoRun.load(DemoData.read().small(), parts.url(), keys, silent);
            } finally {
                installation.reset();
            }
        }
    }
}
