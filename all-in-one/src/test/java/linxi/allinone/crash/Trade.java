package linxi.allinone.crash;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** New lots, shipments, settlements, and what else a clerk begins. */
final class Trade {
    private static final Instant FIRST_DAY = Instant.parse("2025-01-10T00:00:00Z");
    private static final List<String> PRODUCTS = List.of("egg", "egg", "tomato", "tomato", "beef");
    private static final List<String> CHANNELS = List.of("SUPERMARKET", "RESTAURANT", "SCHOOL_CANTEEN", "RESIDENTS");

    private final Town town;
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger versions = new AtomicInteger();

    Trade(Town town) {
        this.town = town;
    }

    String number(String prefix) {
        return prefix + numbers.incrementAndGet();
    }

    Step lot(RandomGenerator random) {
        var id = number("L");
        var origin = Town.origin(random);
        var product = Town.any(PRODUCTS, random);
        long quantity = random.nextLong(3_000, product.equals("egg") ? 30_000 : 3_000_000);
        var body = """
                {'id':'%s','origin':'%s','product':'%s','quantity':{'amount':%d,'unit':'%s'},\
                'producedAt':'2025-01-02T08:00:00+08:00','contributions':[%s]}""".formatted(
                        id, origin, product, quantity, unit(product), contributions(random, quantity, unit(product)));
        return new Step(
                Command.of(random, "lots", origin, body),
                () -> town.add(new Town.Stock(id, origin, product, quantity)));
    }

    static String unit(String product) {
        return product.equals("egg") ? "PIECE" : "GRAM";
    }

    private static String contributions(RandomGenerator random, long quantity, String unit) {
        var json = new StringJoiner(",");
        if (random.nextInt(6) == 0) {
            return "";
        }
        var shares = new TreeMap<String, Long>();
        long left = quantity;
        for (int i = random.nextInt(6); i > 0 && left > 1; i--) {
            long share = random.nextLong(1, left);
            if (shares.putIfAbsent(Town.any(Town.HOUSEHOLDS, random), share) == null) {
                left -= share;
            }
        }
        shares.merge(Town.any(Town.HOUSEHOLDS, random), left, Long::sum);
        shares.forEach((household, amount) ->
                json.add("{'household':'%s','quantity':{'amount':%d,'unit':'%s'}}".formatted(household, amount, unit)));
        return json.toString();
    }

    List<Step> shipment(RandomGenerator random) {
        var origin = Town.origin(random);
        var lots = new ArrayList<>(town.lots(origin));
        if (lots.isEmpty()) {
            return List.of(lot(random));
        }
        int dice = random.nextInt(100);
        var kind = dice < 80 ? "SALE" : dice < 92 ? "DONATION" : "TRANSFER";
        var loads = new ArrayList<Load>();
        var lines = new StringJoiner(",");
        for (int i = random.nextInt(1, 4); i > 0 && !lots.isEmpty(); i--) {
            var lot = lots.remove(random.nextInt(lots.size()));
            var load = new Load(lot.id(), unit(lot.product()), 1 + random.nextLong(lot.quantity() / 3));
            loads.add(load);
            var _ = lines.add("{'lot':'%s','quantity':{'amount':%d,'unit':'%s'}%s}"
                    .formatted(load.lot, load.dispatched, load.unit, price(random, kind, load.unit)));
        }
        var id = number("S");
        var market = Town.any(Town.MARKETS, random);
        var at = FIRST_DAY.plus(random.nextLong(260L * 24 * 60), ChronoUnit.MINUTES);
        var body = "{'id':'%s','kind':'%s','origin':'%s','market':'%s','channel':'%s','lines':[%s],'at':'%s'}"
                .formatted(id, kind, origin, market, Town.any(CHANNELS, random), lines, at);
        var trip = new Trip(id, origin, market, kind.equals("SALE"), loads, at);
        return List.of(new Step(Command.of(random, "shipments", origin, body), () -> town.add(trip)));
    }

    private static String price(RandomGenerator random, String kind, String unit) {
        if (!kind.equals("SALE")) {
            return "";
        }
        var per = unit.equals("GRAM")
                ? (random.nextBoolean() ? "KILOGRAM" : "JIN")
                : random.nextBoolean() ? "PIECE" : "托";
        return ",'price':{'fen':%d,'per':'%s'}".formatted(random.nextLong(30, 3_000), per);
    }

    /** Some shipments of one origin and market that, as far as anyone knows, can be settled. */
    List<Step> settlement(RandomGenerator random) {
        var ready =
                new ArrayList<>(town.trips().stream().filter(Trip::canBeSettled).toList());
        if (ready.isEmpty()) {
            return List.of();
        }
        var first = Town.any(ready, random);
        var trips = ready.stream()
                .filter(trip -> trip.origin.equals(first.origin) && trip.market.equals(first.market))
                .limit(random.nextInt(1, 5))
                .toList();
        var at = trips.stream()
                .map(Trip::time)
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(2, ChronoUnit.HOURS);
        var shipments = new StringJoiner("','", "'", "'");
        trips.forEach(trip -> shipments.add(trip.id));
        var id = number("T");
        var body = """
                {'id':'%s','origin':'%s','market':'%s','shipments':[%s],'at':'%s','deductions':[{'kind':'FREIGHT',\
                'basisPoints':%d},{'kind':'MARKET_FEE','fen':%d},{'kind':'COOPERATIVE_FEE','basisPoints':%d}]}""".formatted(
                        id,
                        first.origin,
                        first.market,
                        shipments,
                        at,
                        random.nextInt(2_000),
                        random.nextInt(500),
                        random.nextInt(700));
        return List.of(new Step(Command.of(random, "settlements", first.origin, body), () -> {
            town.add(new Deal(id, trips, at));
            trips.forEach(trip -> trip.settled(true, at));
        }));
    }

    /** A later version of an agreement; two clerks may mean the same one. Now and then the members stay. */
    Step amendment(RandomGenerator random) {
        var origin = Town.ORIGINS.get(random.nextInt(3));
        int first = random.nextInt(1, 10_000);
        var members = random.nextInt(3) == 0
                ? ""
                : ",'members':{'DIVIDEND':{'H08':%d,'H19':2,'H23':3}}".formatted(random.nextInt(5));
        var body = "{'validFrom':'%s','paths':{'ORDER_PURCHASE':%d,'DIVIDEND':%d}%s}"
                .formatted(day(versions.incrementAndGet()), first, 10_000 - first, members);
        return Step.of(Command.of(random, "agreements/A-" + origin + "/versions", origin, body));
    }

    /** From some day of the year on, for a while or until further notice; refused where it overlaps. */
    Step status(RandomGenerator random) {
        int week = random.nextInt(40);
        var to = random.nextBoolean() ? "" : ",'to':'%s'".formatted(day(week + random.nextInt(1, 9)));
        var body = "{'status':'%s','from':'%s'%s}".formatted(Town.any(Town.STATUSES, random), day(week), to);
        var household = Town.any(Town.HOUSEHOLDS, random);
        return Step.of(Command.of(random, "households/" + household + "/status", Town.origin(random), body));
    }

    private static String day(int week) {
        return LocalDate.ofInstant(FIRST_DAY, ZoneOffset.UTC)
                .plusDays(7L * week)
                .toString();
    }

    List<Step> hold(RandomGenerator random) {
        var lots = town.lots(Town.origin(random));
        if (lots.isEmpty()) {
            return List.of();
        }
        var lot = Town.any(lots, random);
        var verb = random.nextInt(3) == 0 ? "hold" : "release";
        return List.of(Step.of(Command.of(random, "lots/" + lot.id() + "/" + verb, lot.origin(), "{'reason':'抽检'}")));
    }
}
