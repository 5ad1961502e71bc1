package linxi.command.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.command.agreement.AgreementVersion;
import linxi.command.agreement.Coverage;
import linxi.command.attribution.Attribution;
import linxi.command.attribution.Carry;
import linxi.command.attribution.CarryKey;
import linxi.command.attribution.Covered;
import linxi.command.attribution.Evidence;
import linxi.command.attribution.GrossLine;
import linxi.command.attribution.Income;
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
import org.junit.jupiter.api.Test;

/**
 * Villages of up to 60 households with amounts up to what the domain allows, given and taken back in turn, against the
 * {@link Oracle}: two groups of one agreement share its carries, and lots have some households in common.
 */
class LargeAmountsTest {
    private static final long SEED = 2_020;
    private static final int CASES = 100;
    private static final long MOST = 1_000_000_000_000L;
    private static final AgreementId AGREEMENT = new AgreementId("A1");

    private long takenBack;

    @Test
    void areSharedAsTheOracleDoes() {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            try {
                new Case(seed).run();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(takenBack).isGreaterThan(CASES / 2);
    }

    private final class Case {
        private final Random random;
        private final int households;
        private final AgreementVersion terms;
        private final Map<LotId, List<Contribution>> contributions = new HashMap<>();
        private final Map<CarryKey, Carry> carries = new HashMap<>();
        private final Oracle oracle = new Oracle();

        Case(long seed) {
            random = new Random(seed);
            households = 1 + random.nextInt(60);
            terms = new AgreementVersion(AGREEMENT, 1, Books.DAY, paths(), members());
            for (int lot = 0; lot < 6; lot++) {
                contributions.put(new LotId("L" + lot), contributions());
            }
        }

        void run() {
            for (int i = 0; i < 4; i++) {
                var groups = List.of(group("egg", 0), group("tomato", 3));
                var gross = groups.stream()
                        .flatMap(group -> group.lines().stream())
                        .mapToLong(line -> line.gross().fen())
                        .sum();
                long net = (random.nextInt(3) == 0 ? -1 : 1) * random.nextLong(gross + 1);
                takenBack += net < 0 ? 1 : 0;
                var lines = new ArrayList<Oracle.Line>();
                groups.forEach(group -> group.lines()
                        .forEach(line -> lines.add(new Oracle.Line(
                                line.line().lot(),
                                group.product().value(),
                                line.gross().fen(),
                                terms))));
                var expected = oracle.share(net, lines, contributions);
                var amounts = new HashMap<LotId, HouseholdAmounts>();
                contributions.forEach((lot, some) -> amounts.put(lot, HouseholdAmounts.of(some)));
                var evidence = new Evidence(Coverage.none(), amounts, carries);
                var income = Attribution.share(Money.ofFen(net), groups, Money.ZERO, evidence)
                        .income();
                expect(income, expected);
            }
        }

        private void expect(Income income, Oracle.Answer expected) {
            var found = new TreeMap<String, List<BigInteger>>();
            for (var paid : income.pools()) {
                var pool = paid.pool();
                var key = pool.agreement() + "/" + pool.version() + "/" + pool.product() + "|" + pool.path() + "|";
                paid.lines()
                        .forEach(line -> found.put(
                                key + line.household(),
                                List.of(BigInteger.valueOf(line.fen()), BigInteger.valueOf(line.entitlement()))));
            }
            assertThat(found).isEqualTo(expected.lines);
            assertThat(income.unattributed().fen()).isEqualTo(expected.unattributed.longValueExact());
            income.carries()
                    .forEach((key, moved) -> carries.merge(
                            key,
                            new Carry(moved),
                            (was, _) -> new Carry(was.households().replacedBy(moved))));
            var now = new TreeMap<String, BigInteger>();
            carries.forEach((key, carry) -> carry.households()
                    .forEach((household, micro) ->
                            now.put(key.agreement() + "/" + key.path() + "/" + household, BigInteger.valueOf(micro))));
            var due = new TreeMap<>(oracle.carries);
            now.values().removeIf(carry -> carry.signum() == 0);
            due.values().removeIf(carry -> carry.signum() == 0);
            assertThat(now).isEqualTo(due);
        }

        /** Three lines, each of a lot of its own. */
        private Covered group(String product, int firstLot) {
            var lines = new ArrayList<GrossLine>();
            for (int lot = firstLot; lot < firstLot + 3; lot++) {
                var line = new LineRef(new ShipmentId("S1"), new LotId("L" + lot));
                lines.add(new GrossLine(line, Money.ofFen(1 + random.nextLong((MOST / 6) >> random.nextInt(30)))));
            }
            return new Covered(terms, new ProductId(product), lines);
        }

        private List<Contribution> contributions() {
            var some = new ArrayList<Contribution>();
            boolean everybody = random.nextBoolean();
            long most = 1 + random.nextLong(MOST);
            for (int i = 0; i < households; i++) {
                if (everybody || random.nextBoolean()) {
                    some.add(new Contribution(new HouseholdKey("H" + i), 1 + random.nextLong(most)));
                }
            }
            return some;
        }

        private SortedMap<IncomePath, Integer> paths() {
            return new TreeMap<>(Map.of(
                    IncomePath.ORDER_PURCHASE, 5_001,
                    IncomePath.WAGE, 2_999,
                    IncomePath.DIVIDEND, 2_000));
        }

        private SortedMap<IncomePath, HouseholdAmounts> members() {
            var members = new TreeMap<IncomePath, HouseholdAmounts>();
            for (var path : List.of(IncomePath.WAGE, IncomePath.DIVIDEND)) {
                var weights = new TreeMap<HouseholdKey, Long>();
                for (int i = 0; i < households; i++) {
                    weights.put(new HouseholdKey("H" + i), random.nextInt(6) == 0 ? 0 : random.nextLong(1_000_000_001));
                }
                members.put(path, HouseholdAmounts.copyOf(weights));
            }
            return members;
        }
    }
}
