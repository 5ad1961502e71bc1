package linxi.allinone;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import linxi.allinone.terminal.Terminal;
import linxi.query.feed.FeedControl;
import linxi.query.feed.Parked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code linxi feed retry}: has parked units read again, by whichever program feeds the read models now. */
@Command(
        name = "retry",
        description = "Read again what is parked, after the fix. Exit code 0: all of it is folded, or will be once the"
                + " services start; 1: something is parked still; 2: not known.",
        exitCodeOnExecutionException = 2,
        mixinStandardHelpOptions = true)
final class FeedRetry implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(200);

    @Mixin
    private final TargetOptions options = new TargetOptions();

    @Parameters(paramLabel = "UNIT", arity = "0..*", description = "As 'feed status' names them (default: all).")
    private List<String> units = List.of();

    @Override
    public Integer call() throws InterruptedException {
        var terminal = Terminal.ofThisMachine();
        try (var target = options.store(terminal)) {
            var control = new FeedControl(target.database());
            var asked = control.retry(units);
            var names = asked.stream().map(Parked::unit).toList();
            var unknown = units.stream().filter(unit -> !names.contains(unit)).toList();
            unknown.forEach(unit -> terminal.say("feed.unknown", unit));
            if (asked.isEmpty()) {
                terminal.say("feed.nothing");
                return unknown.isEmpty() ? 0 : 1;
            }
            if (!target.isRunning()) {
                names.forEach(unit -> terminal.say("feed.asked", unit));
                return unknown.isEmpty() ? 0 : 1;
            }
            return tell(names, settled(control, names), terminal) && unknown.isEmpty() ? 0 : 1;
        }
    }

    /** What is parked of these when each has been read again, or the time is over. */
    private static List<Parked> settled(FeedControl control, List<String> names) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var left = control.parked().stream()
                    .filter(it -> names.contains(it.unit()))
                    .toList();
            if (left.stream().noneMatch(Parked::retry) || System.nanoTime() - end >= 0) {
                return left;
            }
            Thread.sleep(LOOK);
        }
    }

    private static boolean tell(List<String> names, List<Parked> left, Terminal terminal) {
        for (var name : names) {
            var again = left.stream().filter(it -> it.unit().equals(name)).findFirst();
            if (again.isEmpty()) {
                terminal.say("feed.resumed", name);
            } else if (again.get().retry()) {
                terminal.say("feed.asked", name);
            } else {
                var it = again.get();
                terminal.say("feed.again", name, Long.toString(it.position()), it.reason());
            }
        }
        return left.isEmpty();
    }
}
