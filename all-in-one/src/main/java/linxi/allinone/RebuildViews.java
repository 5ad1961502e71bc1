package linxi.allinone;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import linxi.allinone.terminal.Terminal;
import linxi.query.feed.KafkaSettings;
import linxi.query.feed.Rebuild;
import linxi.query.feed.RebuildProgress;
import linxi.query.web.QueryService;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linxi rebuild}: folds read models anew from the whole topic, while the old ones are served. */
@Command(
        name = "rebuild",
        description = "Build read models anew, running or stopped, and go on where an earlier rebuild was cut off."
                + " Reads are answered from the old ones until then. Exit code 0: done; 1: not done.",
        mixinStandardHelpOptions = true)
final class RebuildViews implements Callable<Integer> {
    @Mixin
    private final TargetOptions options = new TargetOptions();

    @Option(
            names = "--anew",
            description = "Give up what an earlier rebuild left unfinished, after the program was mended.")
    private boolean anew;

    @Parameters(paramLabel = "NAME", description = "Read models, such as sales (default: all).")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        var terminal = Terminal.ofThisMachine();
        var projections = QueryService.projections();
        var known = projections.stream()
                .map(projection -> projection.name())
                .sorted()
                .toList();
        for (var name : names) {
            if (!known.contains(name)) {
                throw new CannotStart(terminal.text("rebuild.unknown", name, String.join(", ", known)));
            }
        }
        try (var target = options.storeAndBroker(terminal)) {
            var kafka = new KafkaSettings(target.bootstrapServers(), target.topic(), "linxi.rebuild", null);
            try (var rebuilding = new Rebuild(target.database(), kafka, projections);
                    var bar = bar(terminal)) {
                if (anew) {
                    rebuilding.giveUpUnfinished();
                }
                rebuilding.run(names, progress -> show(bar, progress, terminal));
            }
            terminal.say("rebuild.done", String.join(", ", names.isEmpty() ? known : names));
            return 0;
        } catch (Rebuild.Lacking e) {
            throw new CannotStart(terminal.text("rebuild.lacking", Long.toString(e.folded()), Long.toString(e.sent())));
        }
    }

    private static ProgressBar bar(Terminal terminal) {
        return new ProgressBarBuilder()
                .setTaskName(terminal.text("rebuild.title"))
                .setInitialMax(1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .hideEta() // the rebuild's own is said behind the bar, of what it did in this run alone
                .setConsumer(terminal.progress())
                .build();
    }

    private static void show(ProgressBar bar, RebuildProgress progress, Terminal terminal) {
        var left = progress.left();
        var _ = bar.maxHint(Math.max(1, progress.total()))
                .stepTo(progress.total() == 0 ? 1 : progress.done())
                .setExtraMessage(
                        left == null ? "" : " " + terminal.text("rebuild.left", progress.perSecond(), seconds(left)));
    }

    private static String seconds(Duration left) {
        return "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    }
}
