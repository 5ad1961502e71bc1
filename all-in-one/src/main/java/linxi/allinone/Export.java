package linxi.allinone;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import linxi.allinone.terminal.Terminal;
import linxi.command.store.Archive;
import linxi.command.store.DamagedArchive;
import linxi.command.store.LogExport;
import linxi.command.store.StoreClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linxi export}: writes the event log to a file, from which {@code import} makes the same installation. */
@Command(
        name = "export",
        description = "Write the event log to FILE, running or stopped. Exit code 0: written; 1: nothing was written.",
        mixinStandardHelpOptions = true)
final class Export implements Callable<Integer> {
    @Mixin
    private final TargetOptions options = new TargetOptions();

    @Parameters(paramLabel = "FILE", description = "Compressed JSON lines, such as linxi.jsonl.gz.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--force", description = "Replace FILE where it is there.")
    private boolean force;

    @Override
    public Integer call() {
        var terminal = Terminal.ofThisMachine();
        try (var target = options.store(terminal)) {
            var written = write(target, terminal);
            terminal.say("export.done", file, written.commits(), Long.toString(written.position()), written.hash());
            return 0;
        } catch (FileAlreadyExistsException e) {
            throw new CannotStart(terminal.text("export.there", file));
        } catch (IOException e) {
            throw new CannotStart(terminal.text("export.unwritable", file, e.toString()));
        } catch (DamagedArchive e) {
            throw new CannotStart(terminal.text("export.damaged", String.valueOf(e.getMessage())));
        }
    }

    private Archive write(Target target, Terminal terminal) throws IOException {
        try (var client = StoreClient.patient(target.mongoUri());
                var bar = LogProgress.of(terminal)) {
            return new LogExport(client.getDatabase(target.databaseName())).write(file, force, bar);
        }
    }
}
