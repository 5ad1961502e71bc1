package linxi.allinone;

import linxi.allinone.terminal.Terminal;
import linxi.command.store.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar in positions of the log, drawn from the first call on. */
final class LogProgress implements Progress, AutoCloseable {
    private final Terminal terminal;
    private @Nullable ProgressBar bar;

    private LogProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    static LogProgress of(Terminal terminal) {
        return new LogProgress(terminal);
    }

    @Override
    public void at(long position, long of) {
        var drawn = bar;
        if (drawn == null) {
            drawn = new ProgressBarBuilder()
                    .setInitialMax(of)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(terminal.progress())
                    .setUpdateIntervalMillis(1_000)
                    .build();
            bar = drawn;
        }
        var _ = drawn.stepTo(position);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
