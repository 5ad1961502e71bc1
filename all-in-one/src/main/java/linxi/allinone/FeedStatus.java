package linxi.allinone;

import java.util.concurrent.Callable;
import linxi.allinone.terminal.Terminal;
import linxi.query.feed.FeedControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code linxi feed status}: how far everything is folded, and what is parked. */
@Command(
        name = "status",
        description =
                "Show how far everything is folded. Exit code 0: all of it; 1: something is parked; 2: not known.",
        exitCodeOnExecutionException = 2,
        mixinStandardHelpOptions = true)
final class FeedStatus implements Callable<Integer> {
    @Mixin
    private final TargetOptions options = new TargetOptions();

    @Override
    public Integer call() {
        var terminal = Terminal.ofThisMachine();
        try (var target = options.store(terminal)) {
            var control = new FeedControl(target.database());
            control.partitions()
                    .forEach((number, at) -> terminal.say(
                            "feed.partition",
                            Integer.toString(number),
                            Long.toString(at.taken()),
                            Long.toString(at.sent())));
            var parked = control.parked();
            if (parked.isEmpty()) {
                terminal.say("feed.nothing");
                return 0;
            }
            parked.forEach(it -> terminal.say(
                    "feed.parked",
                    it.unit(),
                    Long.toString(it.position()),
                    it.since().toString(),
                    it.reason()));
            return 1;
        }
    }
}
