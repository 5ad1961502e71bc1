package linxi.query.sales;

import static linxi.query.Story.YONGHUI;
import static linxi.query.Story.party;
import static linxi.query.Story.product;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import linxi.events.ProductId;
import linxi.events.wire.EventJson;
import linxi.query.Amount;
import linxi.query.Days;
import linxi.query.Months;
import linxi.query.Named;
import linxi.query.feed.Projection;
import linxi.query.feed.Replay;
import linxi.query.names.Names;
import linxi.query.party.PartyDocument;
import linxi.query.party.PartyProjection;
import linxi.query.product.ProductDocument;
import linxi.query.product.ProductProjection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Sales regrouped from monthly documents against the same figures counted shipment by shipment. */
class SalesReportTest {
    private static final List<String> MONTHS = List.of("2020-04", "2020-05", "2020-06", "2020-07");
    private static final Names NAMES = names();

    @RepeatedTest(20)
    void equalsWhatIsCountedShipmentByShipment() {
        long seed = new Random().nextLong();
        System.out.println("SalesReportTest seed " + seed);
        var random = new Random(seed);
        var trade = new RandomTrade(random);
        var documents = folded(trade, new SalesProjection());
        var months = folded(trade, new SalesMonthProjection());
        for (int i = 0; i < 12; i++) {
            var dimensions = dimensions(random);
            var days = days(random);
            var answer = report(dimensions, days, documents, months);
            assertThat(figures(answer, dimensions))
                    .as("seed %d by %s in %s", seed, dimensions, days)
                    .isEqualTo(trade.count(dimensions, days));
            assertThat(Figures.of(answer.total()))
                    .as("total, seed %d in %s", seed, days)
                    .isEqualTo(trade.count(List.of(), days).getOrDefault(List.of(), Figures.NONE));
            assertThat(keys(answer)).isSortedAccordingTo(SalesReportTest::missingLast);
        }
    }

    /** Where they hold all that is asked for, whole months are read as such, and only what lies beside them by day. */
    private static SalesAnswer report(
            List<SalesDimension> dimensions,
            Days days,
            List<SalesDocument> documents,
            List<SalesMonthDocument> months) {
        var report = new SalesReport(dimensions, days, NAMES);
        var whole = dimensions.stream().allMatch(SalesDimension::isMonthly) ? Months.wholeOf(days) : Months.NONE;
        for (var span : whole.spansBeside(days)) {
            var spanned = MONTHS.stream().filter(month -> touches(span, month)).toList();
            documents.stream().filter(it -> spanned.contains(it.month())).forEach(report::add);
        }
        months.stream()
                .filter(it -> !whole.isNone() && isWithin(days, it.month()))
                .forEach(report::add);
        return report.answer();
    }

    private static boolean touches(Days span, String month) {
        var it = YearMonth.parse(month);
        return (span.from() == null || !it.atEndOfMonth().isBefore(span.from()))
                && (span.to() == null || !it.atDay(1).isAfter(span.to()));
    }

    private static boolean isWithin(Days days, String month) {
        var it = YearMonth.parse(month);
        return days.contains(it.atDay(1)) && days.contains(it.atEndOfMonth());
    }

    @Test
    void showsGroupsAsTheApiSays() {
        var document = SalesDocument.empty(new PartyId("dakang"), "2020-05")
                .plus(new SalesCell(
                        LocalDate.parse("2020-05-02"),
                        YONGHUI,
                        linxi.events.Channel.SUPERMARKET,
                        new ProductId("gram0"),
                        linxi.events.BaseUnit.GRAM,
                        new SalesSums(2_400_000_000L, 864_000_000, 2_410_000_000L, 0, 4, 6, 0, 0)))
                .counting(new SalesCount(
                        LocalDate.parse("2020-05-02"),
                        YONGHUI,
                        linxi.events.Channel.SUPERMARKET,
                        List.of(new ProductId("gram0")),
                        1));
        var report = new SalesReport(
                List.of(SalesDimension.PRODUCT, SalesDimension.REGION, SalesDimension.MONTH), Days.ALL, NAMES);
        report.add(document);
        var json = EventJson.mapper().valueToTree(report.answer());
        assertThat(json.get("groups").get(0).toString()).isEqualTo("""
                {"product":{"id":"gram0","name":{"zh":"gram0 zh"}},"region":null,"month":"2020-05",\
                "quantities":[{"amount":2400000000,"unit":"GRAM"}],"gross":{"fen":864000000},"shipments":1,\
                "averagePrice":[{"fen":360.00,"per":"KILOGRAM"}],"donated":[],\
                "dispatched":[{"amount":2410000000,"unit":"GRAM"}],"short":[{"amount":0,"unit":"GRAM"}],\
                "rejected":[{"amount":4,"unit":"GRAM"}],"lost":[{"amount":6,"unit":"GRAM"}],\
                "over":[{"amount":0,"unit":"GRAM"}]}""");
        assertThat(json.get("total").get("shipments").intValue()).isEqualTo(1);
    }

    private static <D> List<D> folded(RandomTrade trade, Projection<D> projection) {
        var replay = Replay.inMemory(projection);
        trade.events().forEach(event -> {
            var _ = replay.fold(event);
        });
        var found = new ArrayList<D>();
        for (var origin : RandomTrade.ORIGINS) {
            for (var month : MONTHS) {
                var document = replay.document(projection, origin.value(), month);
                if (document != null) {
                    found.add(document);
                }
            }
        }
        return found;
    }

    private static Map<List<@Nullable String>, Figures> figures(SalesAnswer answer, List<SalesDimension> dimensions) {
        var found = new HashMap<List<@Nullable String>, Figures>();
        answer.groups().forEach(group -> found.put(key(group), Figures.of(group.sums())));
        if (dimensions.isEmpty() && !Figures.of(answer.total()).equals(Figures.NONE)) {
            found.put(List.of(), Figures.of(answer.total()));
        }
        return found;
    }

    private static List<List<@Nullable String>> keys(SalesAnswer answer) {
        return answer.groups().stream().map(SalesReportTest::key).toList();
    }

    private static List<@Nullable String> key(SalesAnswer.Group group) {
        var key = new ArrayList<@Nullable String>();
        group.key().values().forEach(value -> key.add(value instanceof Named named ? named.id() : (String) value));
        return key;
    }

    private static int missingLast(List<@Nullable String> one, List<@Nullable String> other) {
        for (int i = 0; i < one.size(); i++) {
            var left = Objects.requireNonNullElse(one.get(i), "\uffff");
            var right = Objects.requireNonNullElse(other.get(i), "\uffff");
            if (!left.equals(right)) {
                return left.compareTo(right);
            }
        }
        return 0;
    }

    private static List<SalesDimension> dimensions(Random random) {
        var all = new ArrayList<>(Arrays.asList(SalesDimension.values()));
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, random.nextInt(4)));
    }

    private static Days days(Random random) {
        var from = LocalDate.parse("2020-04-01").plusDays(random.nextInt(60));
        return switch (random.nextInt(4)) {
            case 0 -> Days.ALL;
            case 1 -> new Days(from, null);
            case 2 -> new Days(null, from);
            default -> new Days(from, from.plusDays(random.nextInt(90)));
        };
    }

    private static Names names() {
        var parties = new TreeMap<String, PartyDocument>();
        var products = new TreeMap<String, ProductDocument>();
        var replay = Replay.inMemory(new PartyProjection(), new ProductProjection());
        for (var market : RandomTrade.MARKETS) {
            var _ = replay.fold(party(market, PartyKind.MARKET, RandomTrade.region(market)));
            parties.put(
                    market.value(),
                    Objects.requireNonNull(replay.document(new PartyProjection(), "register", market.value())));
        }
        for (var product : RandomTrade.PRODUCTS) {
            var _ = replay.fold(product(product, RandomTrade.brand(product), RandomTrade.unit(product)));
            products.put(
                    product.value(),
                    Objects.requireNonNull(replay.document(new ProductProjection(), "register", product.value())));
        }
        return new Names(parties, products);
    }

    static long amount(List<Amount> amounts, linxi.events.BaseUnit unit) {
        return amounts.stream()
                .filter(it -> it.unit() == unit)
                .mapToLong(Amount::amount)
                .sum();
    }
}
