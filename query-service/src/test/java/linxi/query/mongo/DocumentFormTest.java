package linxi.query.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import linxi.events.BaseUnit;
import linxi.events.Entered;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.Name;
import linxi.events.Price;
import linxi.events.Quantity;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentFormTest {
    private static final Instant AT = Instant.parse("2020-05-01T08:00:00Z");

    @Test
    void laysTheRecordBesideTheFeedsFieldsInItsOwnOrder() {
        var line = new Line(
                new LotId("T.1"),
                Quantity.grams(3_500_000),
                new Entered(new BigDecimal("3.50"), "吨"),
                new Price(360, "KILOGRAM", 1000),
                null);
        var bson = new DocumentForm<>(Line.class).toBson(new Stored<>("dakang", "S1", 12, 3, line));

        assertThat(bson).isEqualTo(BsonDocument.parse("""
                {"_id": "dakang|S1", "k": "dakang", "i": "S1", "p": {"$numberLong": "12"}, "r": {"$numberLong": "3"},
                 "lot": "T.1",
                 "quantity": {"amount": {"$numberLong": "3500000"}, "unit": "GRAM"},
                 "entered": {"amount": "3.50", "unit": "吨"},
                 "price": {"fen": {"$numberLong": "360"}, "per": "KILOGRAM", "contains": {"$numberLong": "1000"}}}"""));
        assertThat(bson.keySet()).containsExactly("_id", "k", "i", "p", "r", "lot", "quantity", "entered", "price");
    }

    @Test
    void keepsIdsOutOfTheNamesOfFields() {
        var form = new DocumentForm<>(Maps.class);
        var maps = new Maps(
                new TreeMap<>(Map.of("a.b", Money.ofFen(1), "$set", Money.ofFen(2))),
                Map.of(new HouseholdKey("H.1"), Map.of(IncomePath.WAGE, 5L)));
        var stored = new Stored<>("k", "i", 1, 1, maps);

        assertThat(form.toBson(stored).toJson())
                .contains(
                        "{\"k\": \"$set\", \"v\": {\"fen\": 2}}",
                        "{\"k\": \"H.1\", \"v\": [{\"k\": \"WAGE\", \"v\": 5}]}");
        assertThat(form.fromBson(form.toBson(stored))).isEqualTo(stored);
    }

    @Test
    void timesSortAsTextAsTheyDoAsTimes() {
        assertThat(View.time(AT)).isEqualTo("2020-05-01T08:00:00.000000000Z");
        assertThat(View.time(AT)).isLessThan(View.time(AT.plusNanos(1)));
        assertThat(View.time(AT.plusNanos(1))).isLessThan(View.time(AT.plusSeconds(1)));
    }

    @Test
    void refusesWhatItCouldNotKeep() {
        assertThatThrownBy(() -> new DocumentForm<>(String.class)).hasMessageContaining("no record");
        assertThatThrownBy(() -> new DocumentForm<>(Clash.class)).hasMessageContaining("field 'p'");
        var form = new DocumentForm<>(Floating.class);
        assertThatThrownBy(() -> form.toBson(new Stored<>("k", "i", 1, 1, new Floating(0.1))))
                .hasMessageContaining("floating point");
        assertThatThrownBy(() -> new Stored<>("a|b", "i", 1, 1, "x")).hasMessageContaining("a|b");
    }

    @Test
    void bringsEveryValueBackExactly() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var form = new DocumentForm<>(Everything.class);
        for (int round = 0; round < 1_000; round++) {
            var stored =
                    new Stored<>("k-" + round, "i|" + text(random), random.nextLong(), round + 1, everything(random));
            var bytes = form.toBson(stored);
            assertThat(form.fromBson(bytes)).as("seed %s", seed).isEqualTo(stored);
            assertThat(form.fromBson(bytes.decode(new BsonDocumentCodec())))
                    .as("seed %s", seed)
                    .isEqualTo(stored);
        }
    }

    private static Everything everything(Random random) {
        return new Everything(
                random.nextLong(),
                random.nextInt(),
                random.nextBoolean(),
                text(random),
                maybe(random, () -> text(random)),
                new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(40) - 20),
                new BigInteger(random.nextInt(200), random).negate(),
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                LocalDate.ofEpochDay(random.nextInt(40_000)),
                YearMonth.of(2000 + random.nextInt(50), 1 + random.nextInt(12)),
                Money.ofFen(random.nextLong()),
                new Name(text(random), maybe(random, () -> text(random))),
                list(random, () -> new Quantity(random.nextLong(), BaseUnit.PIECE)),
                map(random, () -> list(random, random::nextLong)),
                map(random, () -> new HouseholdKey("H." + random.nextInt(1000))));
    }

    /** Also what would be an operator, a path or nothing as the name of a field. */
    private static String text(Random random) {
        var all = List.of("", "$set", "a.b", "0", "é吨\n\"\\", "k", "_id", "\u0001", "😀", "x" + random.nextInt());
        return all.get(random.nextInt(all.size()));
    }

    private static <T> @Nullable T maybe(Random random, Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private static <T> List<T> list(Random random, Supplier<T> element) {
        var list = new ArrayList<T>();
        for (int size = random.nextInt(4); size > 0; size--) {
            list.add(element.get());
        }
        return list;
    }

    private static <V> Map<String, V> map(Random random, Supplier<V> value) {
        var map = new LinkedHashMap<String, V>();
        for (int size = random.nextInt(4); size > 0; size--) {
            map.put(text(random), value.get());
        }
        return map;
    }

    record Line(
            LotId lot,
            Quantity quantity,
            Entered entered,
            Price price,
            @Nullable String reason) {}

    record Maps(SortedMap<String, Money> money, Map<HouseholdKey, Map<IncomePath, Long>> paths) {}

    record Clash(long p) {}

    record Floating(double value) {}

    record Everything(
            long whole,
            int small,
            boolean yes,
            String text,
            @Nullable String absent,
            BigDecimal decimal,
            BigInteger huge,
            Instant at,
            LocalDate day,
            YearMonth month,
            Money money,
            Name name,
            List<Quantity> quantities,
            Map<String, List<Long>> lists,
            Map<String, HouseholdKey> households) {}
}
