package linxi.command.wiring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import linxi.command.store.EventLog;
import linxi.command.store.LogStatistics;
import linxi.edge.health.Inquiry;
import org.springframework.stereotype.Component;

/** The event log in metrics; {@code docs/operations.md} says what they mean. */
@Component
class LogMeters implements MeterBinder {
    private final EventLog log;
    private final LogStatistics statistics;
    private final Inquiry<Long> head;

    LogMeters(EventLog log) {
        this.log = log;
        this.statistics = log.statistics();
        this.head = new Inquiry<>(log::head);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        var _ = Gauge.builder(
                        "linxi.log.head",
                        this,
                        it -> it.head.answer().map(Long::doubleValue).orElse(Double.NaN))
                .description("Position of the last event recorded")
                .register(registry);
        var _ = Gauge.builder("linxi.log.queue", log, EventLog::queued)
                .description("Commits that wait to be sent")
                .register(registry);
        var _ = Gauge.builder("linxi.log.lease", log, it -> it.isWriting() ? 1 : 0)
                .description("1 where this instance writes")
                .register(registry);
        var _ = FunctionTimer.builder(
                        "linxi.log.append",
                        statistics,
                        LogStatistics::appends,
                        LogStatistics::appendNanos,
                        TimeUnit.NANOSECONDS)
                .description("Commits stored, from the queue to the answer")
                .register(registry);
        var _ = FunctionCounter.builder("linxi.log.conflicts", statistics, LogStatistics::conflicts)
                .description("Commits that met another one in a stream")
                .register(registry);
        var _ = FunctionCounter.builder("linxi.log.batches", statistics, LogStatistics::batches)
                .description("Group commits sent")
                .register(registry);
        var _ = FunctionCounter.builder("linxi.log.batched", statistics, LogStatistics::batched)
                .description("Commits in group commits")
                .register(registry);
    }
}
