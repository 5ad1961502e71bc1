package linxi.allinone;

import com.mongodb.MongoException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import linxi.allinone.terminal.Terminal;
import linxi.command.store.StoreAway;
import linxi.command.store.StoreClient;
import linxi.query.check.ViewCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code linxi verify}: recomputes the event log and every read model, and says whether all is as it must be. */
@Command(
        name = "verify",
        description = {
            "Recompute the event log and all read models, of a running or a stopped system, and compare.",
            "Exit code 0: all is right; 1: it is not, and the output names what; 2: it could not be checked."
        },
        exitCodeOnExecutionException = 2,
        mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {
    @Mixin
    private final TargetOptions options = new TargetOptions();

    @Option(
            names = "--expect",
            paramLabel = "POSITION:HASH",
            description = "A head that was kept elsewhere: the log must hold it. Only so can a cut-off end be seen.")
    private @Nullable String expect;

    @Override
    public Integer call() {
        var terminal = Terminal.ofThisMachine();
        var kept = expect == null ? null : KeptHead.parse(expect, terminal);
        try (var target = options.store(terminal);
                var client = StoreClient.patient(target.mongoUri())) {
            var database = client.getDatabase(target.databaseName());
            return new VerifyRun(database, kept, terminal).run() ? 0 : 1;
        } catch (StoreAway | MongoException e) {
            throw new CannotStart(terminal.text("verify.away", e.toString()));
        } catch (ViewCheck.Superseded e) {
            throw new CannotStart(terminal.text("verify.superseded"));
        } catch (UncheckedIOException e) {
            throw new CannotStart(terminal.text("verify.folder", System.getProperty("java.io.tmpdir"), e.toString()));
        }
    }
}
