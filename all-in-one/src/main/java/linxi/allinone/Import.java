package linxi.allinone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import linxi.allinone.terminal.Terminal;
import linxi.command.store.Archive;
import linxi.command.store.CannotImport;
import linxi.command.store.DamagedArchive;
import linxi.command.store.LogImport;
import linxi.command.store.StoreClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code linxi import}: fills an empty installation from a file that {@code export} wrote. */
@Command(
        name = "import",
        description = "Fill an empty, stopped installation from FILE. Exit code 0: done; 1: refused, with the reason.",
        mixinStandardHelpOptions = true)
final class Import implements Callable<Integer> {
    @Mixin
    private final TargetOptions options = new TargetOptions();

    @Parameters(paramLabel = "FILE", description = "What export wrote.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Override
    public Integer call() {
        var terminal = Terminal.ofThisMachine();
        if (!Files.isReadable(file)) {
            throw new CannotStart(terminal.text("import.nofile", file));
        }
        try (var target = options.storeToFill(terminal)) {
            if (target.isRunning() && options.isFolder()) {
                throw new CannotStart(terminal.text("import.running"));
            }
            checkTopic(target, terminal);
            var loaded = load(target, terminal);
            terminal.say("import.done", file, loaded.commits(), Long.toString(loaded.position()), loaded.hash());
            return 0;
        } catch (DamagedArchive e) {
            throw new CannotStart(terminal.text("import.damaged", file, String.valueOf(e.getMessage())));
        } catch (CannotImport e) {
            throw new CannotStart(terminal.text("import.refused", String.valueOf(e.getMessage())));
        }
    }

    private void checkTopic(Target target, Terminal terminal) {
        if (target.hasBroker() && OldRecords.areIn(target, terminal)) {
            throw new CannotStart(
                    options.isFolder()
                            ? terminal.text("import.oldfolder", options.folder().resolve("kafka"))
                            : terminal.text("import.oldtopic", target.topic()));
        }
    }

    private Archive load(Target target, Terminal terminal) {
        try (var client = StoreClient.patient(target.mongoUri());
                var checking = LogProgress.of(terminal);
                var writing = LogProgress.of(terminal)) {
            return new LogImport(client.getDatabase(target.databaseName())).load(file, checking, writing);
        }
    }
}
