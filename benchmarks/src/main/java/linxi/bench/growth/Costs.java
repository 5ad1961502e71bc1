package linxi.bench.growth;

import java.util.Map;
import java.util.SplittableRandom;
import linxi.bench.data.Trade;
import linxi.events.LotId;
import linxi.events.ShipmentId;
import linxi.events.StreamId;

/** What one event costs in an installation; nanoseconds each. */
final class Costs {
    private static final int LOADS = 500;
    private static final int TAILS = 50;
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
            int sale = random.nextInt(installed.sales());
            var lot = StreamId.of(new LotId("L" + sale));
            var shipment = StreamId.of(new ShipmentId("SH" + sale));
            if (installed
                            .log()
                            .read(Map.of(lot, 0L, shipment, 0L))
                            .getOrDefault(shipment, java.util.List.of())
                            .size()
                    < 4) {
                throw new IllegalStateException("no sale " + sale);
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
        return installed.append(1_000);
    }

    double fold() throws Exception {
        return installed.fold(1_000);
    }

    static long events() {
        return 1_000L * Trade.EVENTS;
    }
}
