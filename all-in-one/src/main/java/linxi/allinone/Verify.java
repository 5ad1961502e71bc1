package linxi.allinone;

import java.util.concurrent.Callable;
import linxi.allinone.terminal.Terminal;
import linxi.command.store.EventLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code linxi verify}: recomputes what must hold and says whether it does. */
@Command(
        name = "verify",
        description =
                "Check the event log, running or stopped. Exit code 0: all is right; 1: it is not; 2: not checked.",
        exitCodeOnExecutionException = 2,
        mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {
    @Mixin
    private final TargetOptions options = new TargetOptions();

    @Override
    public Integer call() {
        var terminal = Terminal.ofThisMachine();
        try (var target = options.store(terminal);
                var log = new EventLog(target.database())) {
            var found = log.verify();
            var damage = found.damage();
            terminal.say("verify.log", found.commits(), Long.toString(found.position()), found.hash());
            if (damage != null) {
                terminal.say("verify.damaged", String.valueOf(found.damagedAt()), damage);
                return 1;
            }
            return 0;
        }
    }
}
