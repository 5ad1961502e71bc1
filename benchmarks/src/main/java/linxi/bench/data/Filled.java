package linxi.bench.data;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import linxi.command.store.EventLog;

/** Writes a log of a wished size. */
public final class Filled {
    private static final int WRITERS = 64;
    private static final int STEP = 500;

    private Filled() {}

    /**
     * Appends the deals from one number to another, the second excluded, of a trade.
     *
     * @param progress told now and then how many deals are in the log
     */
    public static void log(MongoDatabase database, Trade trade, int from, int to, IntConsumer progress)
            throws ExecutionException, InterruptedException {
        try (var log = new EventLog(database)) {
            into(log, trade, from, to, progress);
        }
    }

    /** The same, into a log that is open. */
    public static void into(EventLog log, Trade trade, int from, int to, IntConsumer progress)
            throws ExecutionException, InterruptedException {
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int begin = from; begin < to; begin += STEP) {
                var stored = new ArrayList<Future<?>>();
                for (int deal = begin; deal < Math.min(to, begin + STEP); deal++) {
                    var commits = trade.deal(deal);
                    stored.add(writers.submit(() -> commits.forEach(commit -> {
                        var _ = log.append(commit);
                    })));
                }
                for (var each : stored) {
                    var _ = each.get();
                }
                progress.accept(Math.min(to, begin + STEP));
            }
        }
    }
}
