package linxi.bench.attribution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import linxi.command.agreement.AgreementVersion;
import linxi.command.agreement.Coverage;
import linxi.command.attribution.Attributed;
import linxi.command.attribution.Attribution;
import linxi.command.attribution.Carry;
import linxi.command.attribution.CarryKey;
import linxi.command.attribution.Covered;
import linxi.command.attribution.Evidence;
import linxi.command.attribution.GrossLine;
import linxi.events.AgreementId;
import linxi.events.Contribution;
import linxi.events.HouseholdAmounts;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.ProductId;
import linxi.events.SettlementEvent.LineRef;
import linxi.events.ShipmentId;

/**
 * A settlement of 20 lots, to each of which 10 000 households have contributed, under an agreement with five paths of
 * which four have the same 10 000 as members with uneven weights. Lots, members and carries are in memory in the form
 * that the states of the service keep them in; the same figures are there as arrays for who calculates by hand.
 */
final class Village {
    static final int HOUSEHOLDS = 10_000;
    static final int LOTS = 20;
    static final long NET = 987_654_321;

    private static final AgreementId AGREEMENT = new AgreementId("A1");
    private static final ProductId PRODUCT = new ProductId("tomato");
    private static final Map<IncomePath, Integer> PATHS = Map.of(
            IncomePath.ORDER_PURCHASE, 5_000,
            IncomePath.WAGE, 2_000,
            IncomePath.LAND_TRANSFER, 1_500,
            IncomePath.ASSET_RENT, 1_000,
            IncomePath.DIVIDEND, 500);

    private final SplittableRandom random = new SplittableRandom(2_020);
    private final List<Covered> groups;
    private final Evidence evidence;
    private final long[][] grams = new long[LOTS][HOUSEHOLDS];
    private final long[] gross = new long[LOTS];
    private final Map<IncomePath, long[]> weights = new EnumMap<>(IncomePath.class);

    Village() {
        var contributions = new HashMap<LotId, HouseholdAmounts>();
        var lines = new ArrayList<GrossLine>();
        for (int lot = 0; lot < LOTS; lot++) {
            var id = new LotId("L" + lot);
            gross[lot] = random.nextLong(40_000_000, 60_000_000);
            lines.add(new GrossLine(new LineRef(new ShipmentId("SH" + lot), id), Money.ofFen(gross[lot])));
            contributions.put(id, HouseholdAmounts.of(contributions(lot)));
        }
        var paths = new TreeMap<>(PATHS);
        var members = new TreeMap<IncomePath, HouseholdAmounts>();
        paths.keySet().stream()
                .filter(path -> path != IncomePath.ORDER_PURCHASE)
                .forEach(path -> members.put(path, HouseholdAmounts.copyOf(members(path))));
        var terms = new AgreementVersion(AGREEMENT, 1, LocalDate.of(2020, 1, 1), paths, members);
        groups = List.of(new Covered(terms, PRODUCT, lines));
        evidence = new Evidence(Coverage.none(), contributions, carries(paths.keySet()));
    }

    private List<Contribution> contributions(int lot) {
        var contributions = new ArrayList<Contribution>();
        for (int household = 0; household < HOUSEHOLDS; household++) {
            grams[lot][household] = random.nextLong(1_000, 500_000);
            contributions.add(new Contribution(key(household), grams[lot][household]));
        }
        return contributions;
    }

    private SortedMap<HouseholdKey, Long> members(IncomePath path) {
        var of = new long[HOUSEHOLDS];
        var members = new TreeMap<HouseholdKey, Long>();
        for (int household = 0; household < HOUSEHOLDS; household++) {
            of[household] = random.nextLong(1, 1_000);
            members.put(key(household), of[household]);
        }
        weights.put(path, of);
        return members;
    }

    /** As after earlier settlements. */
    private Map<CarryKey, Carry> carries(Iterable<IncomePath> paths) {
        var carries = new HashMap<CarryKey, Carry>();
        for (var path : paths) {
            var of = new HashMap<HouseholdKey, Long>();
            for (int household = 0; household < HOUSEHOLDS; household++) {
                of.put(key(household), random.nextLong(-500_000, 500_000));
            }
            carries.put(new CarryKey(AGREEMENT, path), new Carry(HouseholdAmounts.copyOf(of)));
        }
        return carries;
    }

    private static HouseholdKey key(int household) {
        return new HouseholdKey("H%05d".formatted(household));
    }

    Attributed exact() {
        return Attribution.share(Money.ofFen(NET), groups, Money.ZERO, evidence);
    }

    /** What somebody in a hurry would write: shares of each household and path, in fen, not adding up. */
    double[][] floating() {
        var shares = new double[PATHS.size()][HOUSEHOLDS];
        int row = 0;
        for (var path : PATHS.entrySet()) {
            double pool = NET * (path.getValue() / 10_000.0);
            var of = path.getKey() == IncomePath.ORDER_PURCHASE ? contributed() : asDoubles(weights(path.getKey()));
            double total = 0;
            for (double weight : of) {
                total += weight;
            }
            for (int household = 0; household < HOUSEHOLDS; household++) {
                shares[row][household] = pool * of[household] / total;
            }
            row++;
        }
        return shares;
    }

    private long[] weights(IncomePath path) {
        return weights.getOrDefault(path, new long[HOUSEHOLDS]);
    }

    private double[] contributed() {
        var of = new double[HOUSEHOLDS];
        for (int lot = 0; lot < LOTS; lot++) {
            double total = 0;
            for (long one : grams[lot]) {
                total += one;
            }
            for (int household = 0; household < HOUSEHOLDS; household++) {
                of[household] += gross[lot] * (grams[lot][household] / total);
            }
        }
        return of;
    }

    private static double[] asDoubles(long[] whole) {
        var doubles = new double[whole.length];
        for (int i = 0; i < whole.length; i++) {
            doubles[i] = whole[i];
        }
        return doubles;
    }
}
