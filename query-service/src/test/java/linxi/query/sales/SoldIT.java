package linxi.query.sales;

import static linxi.query.Story.party;
import static linxi.query.Story.product;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import linxi.embedded.EmbeddedMongo;
import linxi.events.BaseUnit;
import linxi.events.Event;
import linxi.events.PartyKind;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.Named;
import linxi.query.feed.Replay;
import linxi.query.list.NewestFirst;
import linxi.query.mongo.MongoConfiguration;
import linxi.query.mongo.Views;
import linxi.query.names.Register;
import linxi.query.party.PartyProjection;
import linxi.query.product.ProductProjection;
import linxi.query.sold.Measure;
import linxi.query.sold.Sold;
import linxi.query.sold.SoldAnswer;
import linxi.query.sold.SoldProjection;
import linxi.query.sold.SoldQuestion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

/** The shipments under a figure add up to it: with corrections, returns and donations, for any dimension and days. */
class SoldIT {
    private static final List<SalesDimension> DIMENSIONS = List.of(
            SalesDimension.PRODUCT,
            SalesDimension.BRAND,
            SalesDimension.MARKET,
            SalesDimension.REGION,
            SalesDimension.CHANNEL,
            SalesDimension.ORIGIN);
    private static final int PAGE = 7;

    private static final EmbeddedMongo SERVER = EmbeddedMongo.inMemory();
    private static final MongoClient CLIENT = MongoConfiguration.client(SERVER.uri());

    private record Desk(Sales sales, Sold sold) {}

    @AfterAll
    static void stop() {
        CLIENT.close();
        SERVER.close();
    }

    @RepeatedTest(5)
    void listsAddUpToTheirFigures() {
        long seed = new Random().nextLong();
        System.out.println("SoldIT seed " + seed);
        var random = new Random(seed);
        var desk = desk(random);
        for (var days : List.of(Days.ALL, someDays(random), someDays(random))) {
            requireSame(
                    desk, days, Map.of(), desk.sales().answer(days, List.of()).total());
            for (var one : DIMENSIONS) {
                for (var group : desk.sales().answer(days, List.of(one)).groups()) {
                    requireSame(desk, days, where(group, List.of(one)), group.sums());
                }
            }
            var two = List.of(SalesDimension.MARKET, SalesDimension.PRODUCT);
            for (var group : desk.sales().answer(days, two).groups()) {
                requireSame(desk, days, where(group, two), group.sums());
            }
        }
    }

    private static Desk desk(Random random) {
        var database = CLIENT.getDatabase("sold");
        database.drop();
        var replay = Replay.into(
                database,
                new SoldProjection(),
                new SalesProjection(),
                new SalesMonthProjection(),
                new PartyProjection(),
                new ProductProjection());
        for (var it : RandomTrade.MARKETS) {
            var _ = replay.fold(party(it, PartyKind.MARKET, RandomTrade.region(it)));
        }
        for (var it : RandomTrade.PRODUCTS) {
            var _ = replay.fold(product(it, RandomTrade.brand(it), RandomTrade.unit(it)));
        }
        var _ = replay.fold(new RandomTrade(random).events().toArray(Event[]::new));
        var views = new Views(database);
        var register = new Register(views);
        var sales = new Sales(views, register);
        return new Desk(sales, new Sold(views, sales, register));
    }

    private static Days someDays(Random random) {
        var from = LocalDate.parse("2020-04-01").plusDays(random.nextInt(60));
        return new Days(from, from.plusDays(random.nextInt(40)));
    }

    /** Null, as of what has no brand, is no question. */
    private static Map<String, String> where(SalesAnswer.Group group, List<SalesDimension> dimensions) {
        var where = new HashMap<String, String>();
        for (var dimension : dimensions) {
            var name = dimension.name().toLowerCase(Locale.ROOT);
            var value = group.key().get(name);
            if (value != null) {
                where.put(name, value instanceof Named named ? named.id() : (String) value);
            }
        }
        return where.size() == dimensions.size() ? where : Map.of("channel", "none");
    }

    private static void requireSame(Desk desk, Days days, Map<String, String> where, SalesGroup expected) {
        if (where.containsValue("none")) {
            return;
        }
        for (var measure : Measure.values()) {
            var question = question(days, where, measure);
            assertThat(Figures.of(desk.sold().figure(question)))
                    .as("%s", question)
                    .isEqualTo(Figures.of(expected));
            var rows = all(desk, question);
            assertThat(amounts(rows, measure)).as("%s", question).isEqualTo(amounts(expected, measure));
            if (measure == Measure.SOLD) {
                assertThat(rows.stream()
                                .flatMap(it -> it.lines().stream())
                                .mapToLong(it -> it.sums().gross())
                                .sum())
                        .as("%s", question)
                        .isEqualTo(expected.gross().fen());
                assertThat(rows.stream().filter(SoldAnswer::received).count())
                        .as("shipments of %s", question)
                        .isEqualTo(expected.shipments());
            }
        }
    }

    private static SoldQuestion question(Days days, Map<String, String> where, Measure measure) {
        var parameters = new HashMap<String, String[]>();
        where.forEach((name, value) -> parameters.put(name, new String[] {value}));
        parameters.put("measure", new String[] {measure.name()});
        if (days.from() != null && days.to() != null) {
            parameters.put("from", new String[] {days.from().toString()});
            parameters.put("to", new String[] {days.to().toString()});
        }
        return SoldQuestion.of(new Asked(parameters));
    }

    /** Over all pages, each row once. */
    private static List<SoldAnswer> all(Desk desk, SoldQuestion question) {
        var found = new ArrayList<SoldAnswer>();
        var page = desk.sold().list(question, NewestFirst.first(PAGE));
        found.addAll(page.items());
        while (page.next() != null) {
            var next = new Asked(Map.of("after", new String[] {page.next()}));
            page = desk.sold().list(question, NewestFirst.of(next, PAGE));
            found.addAll(page.items());
        }
        assertThat(new HashSet<>(found)).hasSameSizeAs(found);
        assertThat(found).isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
        return found;
    }

    private static Map<BaseUnit, Long> amounts(List<SoldAnswer> rows, Measure measure) {
        var sums = new EnumMap<BaseUnit, Long>(BaseUnit.class);
        rows.forEach(row -> row.lines().forEach(line -> sums.merge(line.unit(), measure.of(line.sums()), Long::sum)));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static Map<BaseUnit, Long> amounts(SalesGroup figure, Measure measure) {
        var amounts = switch (measure) {
            case SOLD -> figure.quantities();
            case SHORT -> figure.shortage();
            case REJECTED -> figure.rejected();
            case LOST -> figure.lost();
            case DONATED -> figure.donated();
        };
        var sums = new EnumMap<BaseUnit, Long>(BaseUnit.class);
        amounts.stream().filter(it -> it.amount() != 0).forEach(it -> sums.put(it.unit(), it.amount()));
        return sums;
    }
}
