package linxi.command.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.command.agreement.Agreement;
import linxi.command.agreement.AgreementCommand;
import linxi.command.agreement.AgreementCommand.AmendAgreement;
import linxi.command.agreement.AgreementCommand.EndAgreement;
import linxi.command.agreement.AgreementCommand.PublishAgreement;
import linxi.events.AgreementId;
import linxi.events.Channel;
import linxi.events.Contribution;
import linxi.events.DeductionKind;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.LotId;
import linxi.events.Price;
import linxi.events.ProductId;
import linxi.events.Quantity;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;

/** Random agreements, lots and shipments of one origin and market, the same for the same seed. */
final class RandomWorld {
    private static final List<String> PRODUCTS = List.of("beef", "egg", "tomato");

    final Books books = new Books();
    final Random random;
    final List<String> shipments = new ArrayList<>();
    private final int households;

    RandomWorld(long seed) {
        random = new Random(seed);
        households = 1 + random.nextInt(14);
        agreements();
        int lots = 1 + random.nextInt(6);
        for (int i = 0; i < lots; i++) {
            if (random.nextInt(10) < 7) {
                books.contributions.put(new LotId("L" + i), contributions());
            }
        }
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            shipment("S" + i, lots);
        }
    }

    List<StatedDeduction> deductions() {
        var deductions = new ArrayList<StatedDeduction>();
        for (var kind : DeductionKind.values()) {
            if (random.nextInt(3) == 0) {
                deductions.add(new StatedDeduction(kind, null, random.nextInt(1_900), null));
            }
        }
        return deductions;
    }

    private List<Contribution> contributions() {
        var contributions = new ArrayList<Contribution>();
        for (int i = 0; i < households; i++) {
            if (contributions.isEmpty() || random.nextBoolean()) {
                contributions.add(new Contribution(new HouseholdKey("H" + i), 1 + random.nextInt(1_000_000)));
            }
        }
        return contributions;
    }

    private void shipment(String id, int lots) {
        var lines = new ArrayList<ReceivedShipment.Line>();
        for (int i = 0; i < lots; i++) {
            if (random.nextBoolean()) {
                lines.add(new ReceivedShipment.Line(
                        new LotId("L" + i),
                        new ProductId(PRODUCTS.get(i % PRODUCTS.size())),
                        Quantity.grams(random.nextInt(5) == 0 ? random.nextInt(3) : random.nextInt(4_000_000)),
                        new Price(1 + random.nextInt(2_000), "KILOGRAM", 1_000)));
            }
        }
        shipments.add(id);
        books.shipments.put(
                new ShipmentId(id),
                new ReceivedShipment(
                        new ShipmentId(id),
                        Books.ORIGIN,
                        Books.MARKET,
                        ShipmentKind.SALE,
                        Channel.SCHOOL_CANTEEN,
                        Books.DAY.plusDays(random.nextInt(4)),
                        false,
                        null,
                        lines,
                        Books.AT));
    }

    private void agreements() {
        var free = new ArrayList<>(PRODUCTS);
        for (int i = 0; i < 3 && !free.isEmpty(); i++) {
            if (random.nextInt(10) < 8) {
                var products = new ArrayList<ProductId>();
                products.add(new ProductId(free.removeFirst()));
                if (!free.isEmpty() && random.nextBoolean()) {
                    products.add(new ProductId(free.removeFirst()));
                }
                agreement(new AgreementId("A" + (8 + i)), products);
            } else {
                free.removeFirst();
            }
        }
    }

    private void agreement(AgreementId id, List<ProductId> products) {
        var paths = paths();
        record(
                Agreement.unknown(),
                new PublishAgreement(
                        id, Books.ORIGIN, Books.ORIGIN, products, Books.DAY, paths, members(paths), Books.NOW));
        if (random.nextBoolean()) {
            var next = paths();
            var day = Books.DAY.plusDays(1 + random.nextInt(2));
            var members = random.nextBoolean() ? members(next) : null;
            record(now(id), new AmendAgreement(id, Books.ORIGIN, day, next, members, Books.NOW));
        }
        if (random.nextInt(4) == 0) {
            record(now(id), new EndAgreement(id, Books.ORIGIN, Books.DAY.plusDays(2), Books.NOW));
        }
    }

    private Agreement now(AgreementId id) {
        return books.agreements.getOrDefault(id, Agreement.unknown());
    }

    private void record(Agreement agreement, AgreementCommand command) {
        var events = books.record(agreement.decide(command, books.covers));
        if (events.isEmpty()) {
            throw new IllegalStateException("nothing decided");
        }
    }

    private SortedMap<IncomePath, Integer> paths() {
        var paths = new TreeMap<IncomePath, Integer>();
        int left = 10_000;
        for (var path : IncomePath.values()) {
            int share = random.nextInt(4) == 0 ? 0 : random.nextInt(left + 1);
            if (share > 0 || random.nextInt(5) == 0) {
                paths.put(path, share);
                left -= share;
            }
        }
        paths.merge(IncomePath.ORDER_PURCHASE, left, Integer::sum);
        return paths;
    }

    private SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members(SortedMap<IncomePath, Integer> paths) {
        var members = new TreeMap<IncomePath, SortedMap<HouseholdKey, Long>>();
        for (var path : paths.keySet()) {
            if (path != IncomePath.ORDER_PURCHASE && random.nextInt(4) != 0) {
                var weights = new TreeMap<HouseholdKey, Long>();
                for (int i = 0; i < households; i++) {
                    if (random.nextBoolean()) {
                        weights.put(new HouseholdKey("H" + i), weight());
                    }
                }
                members.put(path, weights);
            }
        }
        return members;
    }

    private long weight() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1_000_000_001);
            default -> 1 + random.nextInt(5);
        };
    }
}
