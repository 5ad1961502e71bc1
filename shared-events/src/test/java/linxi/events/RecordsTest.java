package linxi.events;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.AgreementEvent.AgreementPublished;
import linxi.events.wire.EventType;
import org.junit.jupiter.api.Test;

/** What events are made of: values that nobody can change afterwards. */
class RecordsTest {
    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            long.class,
            Long.class,
            int.class,
            Integer.class,
            boolean.class,
            BigDecimal.class,
            Instant.class,
            LocalDate.class);

    @Test
    void areMadeOfRecordsEnumsAndPlainValuesWithoutArraysOrFractions() {
        var seen = new LinkedHashSet<Class<?>>();
        EventType.values().forEach(type -> check(type.type(), seen));
        assertThat(seen).contains(Money.class, Quantity.class, Price.class, Tally.class);
    }

    @Test
    void theCheckSeesAnArrayAFractionAndALooseMap() {
        @SuppressWarnings("ArrayRecordComponent")
        record Array(long[] weights) {}
        record Fraction(double price) {}
        record Loose(Map<String, Long> weights) {}
        for (var bad : List.of(Array.class, Fraction.class, Loose.class)) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> check(bad, new LinkedHashSet<>()))
                    .withMessageContaining(bad.getSimpleName());
        }
    }

    @Test
    void copyTheirMapsSortedAndUnchangeable() {
        var weights = new TreeMap<HouseholdKey, Long>();
        weights.put(new HouseholdKey("H2"), 2L);
        weights.put(new HouseholdKey("H10"), 1L);
        var members = new TreeMap<IncomePath, SortedMap<HouseholdKey, Long>>();
        members.put(IncomePath.WAGE, weights);
        var paths = new TreeMap<IncomePath, Integer>();
        paths.put(IncomePath.WAGE, 10_000);
        var published = new AgreementPublished(
                new AgreementId("A1"),
                new PartyId("dakang"),
                List.of(new ProductId("egg")),
                LocalDate.EPOCH,
                paths,
                members,
                Instant.EPOCH);
        weights.clear();
        members.clear();
        paths.clear();
        var kept = requireNonNull(published.members().get(IncomePath.WAGE));
        assertThat(published.paths()).containsExactly(Map.entry(IncomePath.WAGE, 10_000));
        assertThat(kept.keySet()).containsExactly(new HouseholdKey("H10"), new HouseholdKey("H2"));
        assertUnchangeable(published.paths());
        assertUnchangeable(published.members());
        assertUnchangeable(kept);
    }

    private static void assertUnchangeable(Map<?, ?> map) {
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(map::clear);
    }

    private static void check(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() != List.class && generic.getRawType() != SortedMap.class) {
                throw new AssertionError("neither List nor SortedMap: " + type);
            }
            for (var argument : generic.getActualTypeArguments()) {
                check(argument, seen);
            }
            return;
        }
        var raw = (Class<?>) type;
        if (PLAIN.contains(raw) || raw.isEnum() || !seen.add(raw)) {
            return;
        }
        if (!raw.isRecord()) {
            throw new AssertionError("no record, enum or plain value: " + raw);
        }
        for (var component : raw.getRecordComponents()) {
            try {
                check(component.getGenericType(), seen);
            } catch (AssertionError e) {
                throw new AssertionError(raw.getSimpleName() + "." + component.getName() + ": " + e.getMessage(), e);
            }
        }
    }
}
