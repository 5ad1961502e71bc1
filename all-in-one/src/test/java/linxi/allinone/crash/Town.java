package linxi.allinone.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Who and what there is, and what the clerks know of each other's work: not exact, and never relied on. */
final class Town {
    static final List<String> ORIGINS = List.of("coop-1", "coop-2", "coop-3", "coop-4", "coop-5");
    static final List<String> MARKETS = List.of("market-1", "market-2", "market-3");
    static final List<String> HOUSEHOLDS =
            IntStream.rangeClosed(1, 24).mapToObj("H%02d"::formatted).toList();
    static final List<String> STATUSES =
            List.of("REGISTERED_POOR", "LIFTED_STABLE", "LIFTED_UNSTABLE", "MARGINAL", "SUDDEN_HARDSHIP", "ORDINARY");
    static final List<String> PATHS =
            List.of("ORDER_PURCHASE", "WAGE", "LAND_TRANSFER", "ASSET_RENT", "DIVIDEND", "TRADE_HAULAGE");

    /** Clerks meet on the newest. */
    private static final int RECENT = 40;

    private final List<Stock> lots = Collections.synchronizedList(new ArrayList<>());
    private final List<Trip> trips = Collections.synchronizedList(new ArrayList<>());
    private final List<Deal> deals = Collections.synchronizedList(new ArrayList<>());

    /** A lot as commissioned. */
    record Stock(String id, String origin, String product, long quantity) {}

    void add(Stock lot) {
        lots.add(lot);
    }

    void add(Trip trip) {
        trips.add(trip);
    }

    void add(Deal deal) {
        deals.add(deal);
    }

    List<Stock> lots(String origin) {
        return newest(lots).stream().filter(lot -> lot.origin().equals(origin)).toList();
    }

    List<Trip> trips() {
        return newest(trips);
    }

    List<Deal> deals() {
        return newest(deals);
    }

    private static <T> List<T> newest(List<T> all) {
        synchronized (all) {
            return List.copyOf(all.subList(Math.max(0, all.size() - RECENT), all.size()));
        }
    }

    static <T> T any(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Every fourth choice falls on the first: one origin is hot. */
    static String origin(RandomGenerator random) {
        return random.nextInt(4) == 0 ? ORIGINS.getFirst() : any(ORIGINS, random);
    }
}
