package linxi.command.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.command.settlement.SettlementCommand.Returned;
import linxi.events.Contribution;
import linxi.events.Entered;
import linxi.events.Event;
import linxi.events.LotId;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.IncomeAttributed;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementEvent.IncomeReversed;
import linxi.events.SettlementEvent.SettlementOpened;
import org.junit.jupiter.api.Test;

/** 1 000 random histories against the {@link Oracle}; every failure names its seed. */
class RandomSettlementsTest {
    private static final long SEED = 379;
    private static final int CASES = 1_000;

    private long households;
    private long returns;

    @Test
    void attributesReturnsAndReversesAsTheOracleDoes() {
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            try {
                new Case(seed).run();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
        // The generator is worth its name only if these things happen.
        assertThat(households).isGreaterThan(10_000);
        assertThat(returns).isGreaterThan(500);
    }

    private final class Case {
        private final RandomWorld world;
        private final Books books;
        private final Random random;
        private final Oracle oracle = new Oracle();
        private final SortedMap<String, List<BigInteger>> standing = new TreeMap<>();
        private Sums sums = new Sums();

        Case(long seed) {
            world = new RandomWorld(seed);
            books = world.books;
            random = world.random;
        }

        void run() {
            int half = world.shipments.size() / 2;
            settle("X1", world.shipments.subList(0, half));
            settle("X2", world.shipments.subList(half, world.shipments.size()));
        }

        private void settle(String id, List<String> shipments) {
            if (shipments.isEmpty()) {
                return;
            }
            sums = new Sums();
            standing.clear();
            var opened = (SettlementOpened) books.open(id, world.deductions(), shipments.toArray(String[]::new))
                    .getFirst();
            agree(id, opened);
            for (int i = random.nextInt(4); i > 0; i--) {
                giveBack(id, returned(id, false));
            }
            switch (random.nextInt(3)) {
                case 0 -> giveBack(id, returned(id, true));
                case 1 -> reverse(id);
                default -> {}
            }
        }

        private void agree(String id, SettlementOpened opened) {
            inAnyOrder(opened);
            var lines = opened.lines().stream()
                    .map(line -> new Oracle.Line(
                            line.lot(),
                            line.product().value(),
                            line.gross().fen(),
                            books.evidence()
                                    .coverage()
                                    .on(line.product(), line.receivedOn())
                                    .orElse(null)))
                    .toList();
            var answer = oracle.share(opened.net().fen(), lines, books.contributions);
            var events = books.agree(id);
            expect(events, answer.lines, answer.unattributed);
            households += answer.lines.size();
            expectNet(id);
        }

        private void inAnyOrder(SettlementOpened opened) {
            var shuffled = new ArrayList<>(opened.lines());
            Collections.shuffle(shuffled, random);
            var contributions = new LinkedHashMap<LotId, List<Contribution>>();
            var lots = new ArrayList<>(books.contributions.keySet());
            Collections.shuffle(lots, random);
            for (var lot : lots) {
                var some = new ArrayList<>(books.contributions.getOrDefault(lot, List.of()));
                Collections.shuffle(some, random);
                contributions.put(lot, some);
            }
            var other = new SettlementOpened(
                    opened.settlement(),
                    opened.origin(),
                    opened.market(),
                    opened.shipments(),
                    shuffled,
                    opened.gross(),
                    opened.deductions(),
                    opened.net(),
                    opened.at());
            assertThat(new Agreeing(other, books.evidence(contributions))
                            .attribute()
                            .income())
                    .isEqualTo(
                            new Agreeing(opened, books.evidence()).attribute().income());
        }

        private List<Returned> returned(String id, boolean everything) {
            var lines = new ArrayList<Returned>();
            var settlement = agreed(id);
            for (var line : settlement.opened().lines()) {
                long kept = settlement.kept(line);
                if (kept > 0 && (everything || random.nextInt(3) == 0)) {
                    long amount = everything ? kept : 1 + random.nextLong(kept);
                    lines.add(
                            new Returned(line.shipment(), line.lot(), new Entered(BigDecimal.valueOf(amount), "GRAM")));
                }
            }
            return lines;
        }

        private Agreed agreed(String id) {
            return books.settlement(id).asAgreed().orElseThrow();
        }

        private void giveBack(String id, List<Returned> back) {
            if (back.isEmpty()) {
                return;
            }
            returns++;
            var before = agreed(id);
            boolean last =
                    before.opened().lines().stream().mapToLong(before::kept).sum()
                            == back.stream()
                                    .mapToLong(one -> one.quantity().amount().longValueExact())
                                    .sum();
            long unattributed = sums.unattributed;
            var events = books.takeBack(id, back.toArray(Returned[]::new));
            var returned = (GoodsReturned) events.getFirst();
            if (last) {
                var gone = takenBack();
                expect(events, gone, BigInteger.valueOf(-unattributed));
                expectNothingLeft();
            } else {
                var answer = oracle.share(-returned.netReturned().fen(), lines(before, returned), books.contributions);
                expect(events, answer.lines, answer.unattributed);
            }
            expectNet(id);
        }

        private List<Oracle.Line> lines(Agreed before, GoodsReturned returned) {
            var lines = new ArrayList<Oracle.Line>();
            for (var line : returned.lines()) {
                var settled = before.opened().lines().stream()
                        .filter(one ->
                                one.lot().equals(line.lot()) && one.shipment().equals(line.shipment()))
                        .findFirst()
                        .orElseThrow();
                lines.add(new Oracle.Line(
                        line.lot(),
                        line.product().value(),
                        line.gross().fen(),
                        books.evidence()
                                .coverage()
                                .on(line.product(), settled.receivedOn())
                                .orElse(null)));
            }
            return lines;
        }

        private void reverse(String id) {
            long unattributed = sums.unattributed;
            var gone = takenBack();
            var events = books.reverse(id);
            expect(events, gone, BigInteger.valueOf(-unattributed));
            expectNothingLeft();
        }

        /** The negative of all that stands, by the oracle's own books; its carries move back. */
        private SortedMap<String, List<BigInteger>> takenBack() {
            var gone = new TreeMap<String, List<BigInteger>>();
            standing.forEach((key, held) -> {
                if (held.get(0).signum() != 0 || held.get(1).signum() != 0) {
                    gone.put(key, List.of(held.get(0).negate(), held.get(1).negate()));
                    var parts = key.split("\\|", -1);
                    var agreement = parts[0].substring(0, parts[0].indexOf('/'));
                    oracle.move(
                            agreement + "/" + parts[1] + "/" + parts[2],
                            held.get(0).multiply(BigInteger.valueOf(1_000_000)).subtract(held.get(1)));
                }
            });
            return gone;
        }

        private void expect(List<Event> events, SortedMap<String, List<BigInteger>> lines, BigInteger unattributed) {
            var found = new TreeMap<String, List<BigInteger>>();
            long before = sums.unattributed;
            events.forEach(sums::add);
            for (var event : events) {
                switch (event) {
                    case IncomeAttributed part ->
                        add(
                                part.agreement() + "/" + part.version() + "/" + part.product() + "|" + part.path(),
                                part.lines(),
                                found);
                    case IncomeReversed part ->
                        add(
                                part.agreement() + "/" + part.version() + "/" + part.product() + "|" + part.path(),
                                part.lines(),
                                found);
                    default -> {}
                }
            }
            assertThat(found).isEqualTo(lines);
            assertThat(sums.unattributed - before).isEqualTo(unattributed.longValueExact());
            expectCarries();
        }

        private void add(String pool, List<IncomeLine> lines, Map<String, List<BigInteger>> found) {
            for (var line : lines) {
                var held = List.of(BigInteger.valueOf(line.fen()), BigInteger.valueOf(line.entitlement()));
                var key = pool + "|" + line.household();
                assertThat(found.put(key, held)).isNull();
                standing.merge(
                        key,
                        held,
                        (was, more) ->
                                List.of(was.get(0).add(more.get(0)), was.get(1).add(more.get(1))));
            }
        }

        private void expectCarries() {
            var found = new HashMap<String, BigInteger>();
            books.carries.forEach((key, carry) -> carry.households().forEach((household, micro) -> {
                if (micro != 0) {
                    found.put(key.agreement() + "/" + key.path() + "/" + household, BigInteger.valueOf(micro));
                }
            }));
            var expected = new HashMap<>(oracle.carries);
            expected.values().removeIf(carry -> carry.signum() == 0);
            assertThat(found).isEqualTo(expected);
        }

        private void expectNet(String id) {
            var agreed = agreed(id);
            assertThat(sums.attributed + sums.unattributed)
                    .isEqualTo(agreed.net().fen());
            long deducted = agreed.deductions().stream()
                    .mapToLong(one -> one.amount().fen())
                    .sum();
            assertThat(agreed.keptGross().fen() - deducted)
                    .isEqualTo(agreed.net().fen());
        }

        private void expectNothingLeft() {
            assertThat(sums.attributed).isZero();
            assertThat(sums.unattributed).isZero();
            assertThat(sums.byHousehold.values()).allMatch(fen -> fen == 0);
            assertThat(sums.entitlements.values()).allMatch(micro -> micro == 0);
        }
    }
}
