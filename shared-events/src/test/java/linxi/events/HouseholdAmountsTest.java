package linxi.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A tree map is the reference throughout. */
class HouseholdAmountsTest {
    private static final long SEED = 20_190_501;
    private static final int CASES = 2_000;

    private final Random random = new Random(SEED);

    @Test
    void isTheMapThatItWasMadeOf() {
        for (int i = 0; i < CASES; i++) {
            var tree = some();
            var flat = flat(tree);
            assertThat(flat).as("seed %d, case %d", SEED, i).isEqualTo(tree).hasSize(tree.size());
            assertThat(tree).isEqualTo(flat);
            assertThat(flat.hashCode()).isEqualTo(tree.hashCode());
            assertThat(flat.toString()).isEqualTo(tree.toString());
            assertThat(new ArrayList<>(flat.entrySet())).isEqualTo(new ArrayList<>(tree.entrySet()));
            var key = key();
            assertThat(flat.get(key)).isEqualTo(tree.get(key));
            assertThat(flat.containsKey(key)).isEqualTo(tree.containsKey(key));
        }
    }

    @Test
    void cutsWhereATreeDoes() {
        for (int i = 0; i < CASES; i++) {
            var tree = some();
            var flat = flat(tree);
            var ends = new ArrayList<>(List.of(key(), key()));
            Collections.sort(ends);
            assertThat(flat.subMap(ends.getFirst(), ends.getLast()))
                    .as("seed %d, case %d", SEED, i)
                    .isEqualTo(tree.subMap(ends.getFirst(), ends.getLast()));
            assertThat(flat.headMap(ends.getFirst())).isEqualTo(tree.headMap(ends.getFirst()));
            assertThat(flat.tailMap(ends.getFirst())).isEqualTo(tree.tailMap(ends.getFirst()));
            int from = random.nextInt(tree.size() + 1);
            assertThat(List.copyOf(flat.slice(from, tree.size()).keySet()))
                    .isEqualTo(List.copyOf(tree.keySet()).subList(from, tree.size()));
            if (!tree.isEmpty()) {
                assertThat(flat.firstKey()).isEqualTo(tree.firstKey());
                assertThat(flat.lastKey()).isEqualTo(tree.lastKey());
            }
        }
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> HouseholdAmounts.none().firstKey());
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> HouseholdAmounts.none().lastKey());
    }

    @Test
    void goesTogetherWithAnother() {
        for (int i = 0; i < CASES; i++) {
            var tree = some();
            var other = random.nextInt(4) == 0 ? sameHouseholds(tree) : some();
            var sums = new TreeMap<>(tree);
            other.forEach((household, amount) -> sums.merge(household, amount, Long::sum));
            var replaced = new TreeMap<>(tree);
            replaced.putAll(other);
            var wanted = other.keySet().stream()
                    .map(key -> tree.getOrDefault(key, 0L))
                    .toList();
            assertThat(flat(tree).plus(flat(other)))
                    .as("seed %d, case %d", SEED, i)
                    .isEqualTo(sums);
            assertThat(flat(tree).replacedBy(flat(other))).isEqualTo(replaced);
            assertThat(flat(tree).amountsOf(flat(other)))
                    .isEqualTo(wanted.stream().mapToLong(Long::longValue).toArray());
        }
    }

    @Test
    void keepsThosePositionsThatAreAskedFor() {
        for (int i = 0; i < CASES; i++) {
            var tree = some();
            var flat = flat(tree);
            var odd = new TreeMap<>(tree);
            odd.values().removeIf(amount -> amount % 2 == 0);
            assertThat(flat.where(at -> flat.amount(at) % 2 != 0))
                    .as("seed %d, case %d", SEED, i)
                    .isEqualTo(odd);
            assertThat(flat.where(_ -> true)).isSameAs(flat);
        }
    }

    @Test
    void goesByWhatAKeySaysAndNotByWhichObjectItIs() {
        var before = HouseholdAmounts.copyOf(Map.of(new HouseholdKey("H1"), 1L, new HouseholdKey("H2"), 2L));
        for (int i = 0; i < 300_000; i++) {
            assertThat(SharedKeys.of(new HouseholdKey("X" + i)).value()).startsWith("X");
        }
        var after = HouseholdAmounts.copyOf(Map.of(new HouseholdKey("H2"), 20L, new HouseholdKey("H3"), 30L));
        assertThat(after.household(0)).isNotSameAs(before.household(1));
        assertThat(before.plus(after).amounts()).containsExactly(1, 22, 30);
        assertThat(before.amountsOf(after)).containsExactly(2, 0);
    }

    @Test
    void addsUpWhatAHouseholdBroughtInSeveralTimes() {
        var household = new HouseholdKey("H2");
        var contributions = List.of(
                new Contribution(household, 5),
                new Contribution(new HouseholdKey("H10"), 1),
                new Contribution(household, 7));
        assertThat(HouseholdAmounts.of(contributions)).isEqualTo(Map.of(new HouseholdKey("H10"), 1L, household, 12L));
    }

    @Test
    void cannotBeChanged() {
        var flat = flat(new TreeMap<>(Map.of(new HouseholdKey("H1"), 1L)));
        flat.amounts()[0] = 2;
        var others = new long[] {3};
        var three = flat.withAmounts(others);
        others[0] = 4;
        assertThat(flat.amount(0)).isEqualTo(1);
        assertThat(three.amount(0)).isEqualTo(3);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(flat::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> flat.replaceAll((_, _) -> 2L));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> flat.entrySet().iterator().next().setValue(2L));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> flat.withAmounts(new long[2]));
    }

    @Test
    void throwsWhereASumWouldWrap() {
        var most = HouseholdAmounts.copyOf(Map.of(new HouseholdKey("H1"), Long.MAX_VALUE));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(most));
    }

    /** Up to 20 of 100 households, among them H2 and H10, whose order is that of text. */
    private SortedMap<HouseholdKey, Long> some() {
        var some = new TreeMap<HouseholdKey, Long>();
        for (int i = random.nextInt(21); i > 0; i--) {
            some.put(key(), random.nextLong(-1_000_000, 1_000_000));
        }
        return some;
    }

    private SortedMap<HouseholdKey, Long> sameHouseholds(SortedMap<HouseholdKey, Long> tree) {
        var same = new TreeMap<HouseholdKey, Long>();
        tree.keySet().forEach(household -> same.put(household, random.nextLong(1_000)));
        return same;
    }

    private HouseholdKey key() {
        return new HouseholdKey("H" + random.nextInt(100));
    }

    /** From a map in no order, or from one in the wrong order. */
    private HouseholdAmounts flat(SortedMap<HouseholdKey, Long> tree) {
        if (random.nextBoolean()) {
            return HouseholdAmounts.copyOf(tree.reversed());
        }
        var entries = new ArrayList<>(tree.entrySet());
        Collections.shuffle(entries, random);
        var shuffled = new LinkedHashMap<HouseholdKey, Long>();
        entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));
        return HouseholdAmounts.copyOf(random.nextBoolean() ? shuffled : tree);
    }
}
