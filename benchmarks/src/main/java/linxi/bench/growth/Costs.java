package linxi.bench.growth;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import linxi.bench.data.Trade;

/** What one event costs in an installation; nanoseconds each. */
final class Costs {
    /** Enough to take half a second: a fifth of that went up and down by half. */
    private static final int LOADS = 2_000;

    private static final int TAILS = 200;
    private static final int PAGE = 500;

    private final Installed installed;
    private final SplittableRandom random = new SplittableRandom(7);

    Costs(Installed installed) {
        this.installed = installed;
    }

    /** An aggregate that nobody has in memory, somewhere in the log. */
    double load() {
        long began = System.nanoTime();
        for (int i = 0; i < LOADS; i++) {
            int deal = random.nextInt(installed.deals());
            var shipment = Trade.shipmentOf(deal);
            var read = installed.log().read(Map.of(Trade.lotOf(deal), 0L, shipment, 0L));
            if (read.getOrDefault(shipment, List.of()).size() < 4) {
                throw new IllegalStateException("no deal " + deal);
            }
        }
        return (System.nanoTime() - began) / (double) LOADS;
    }

    /** An event, of pages from anywhere in the log. */
    double tail() {
        long began = System.nanoTime();
        long events = 0;
        for (int i = 0; i < TAILS; i++) {
            long after = random.nextLong(installed.log().head() - 2L * PAGE);
            events += installed.log().tail(after, PAGE).size();
        }
        return (System.nanoTime() - began) / (double) events;
    }

    double append() throws Exception {
        return installed.append(100);
    }

    double fold() throws Exception {
        return installed.fold(100);
    }
}
