package linxi.query.sales;

import static linxi.query.Story.party;
import static linxi.query.Story.product;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import linxi.embedded.EmbeddedMongo;
import linxi.events.PartyKind;
import linxi.query.Days;
import linxi.query.Named;
import linxi.query.feed.Replay;
import linxi.query.mongo.MongoConfiguration;
import linxi.query.mongo.Views;
import linxi.query.names.Register;
import linxi.query.party.PartyProjection;
import linxi.query.product.ProductProjection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

/** Sales regrouped from documents by day and by month against the same figures counted shipment by shipment. */
class SalesIT {
    private static final EmbeddedMongo SERVER = EmbeddedMongo.inMemory();
    private static final MongoClient CLIENT = MongoConfiguration.client(SERVER.uri());

    @AfterAll
    static void stop() {
        CLIENT.close();
        SERVER.close();
    }

    @RepeatedTest(20)
    void equalsWhatIsCountedShipmentByShipment() {
        long seed = new Random().nextLong();
        System.out.println("SalesIT seed " + seed);
        var random = new Random(seed);
        var trade = new RandomTrade(random);
        var sales = sales(trade);
        for (int i = 0; i < 24; i++) {
            var dimensions = dimensions(random);
            var days = days(random);
            var answer = sales.answer(days, dimensions);
            assertThat(figures(answer, dimensions))
                    .as("seed %d by %s in %s", seed, dimensions, days)
                    .isEqualTo(trade.count(dimensions, days));
            assertThat(Figures.of(answer.total()))
                    .as("total, seed %d in %s", seed, days)
                    .isEqualTo(trade.count(List.of(), days).getOrDefault(List.of(), Figures.NONE));
            assertThat(keys(answer)).isSortedAccordingTo(SalesIT::missingLast);
        }
    }

    private static Sales sales(RandomTrade trade) {
        var database = CLIENT.getDatabase("sales");
        database.drop();
        var replay = Replay.into(
                database,
                new SalesProjection(),
                new SalesMonthProjection(),
                new PartyProjection(),
                new ProductProjection());
        for (var market : RandomTrade.MARKETS) {
            var _ = replay.fold(party(market, PartyKind.MARKET, RandomTrade.region(market)));
        }
        for (var product : RandomTrade.PRODUCTS) {
            var _ = replay.fold(product(product, RandomTrade.brand(product), RandomTrade.unit(product)));
        }
        for (var event : trade.events()) {
            var _ = replay.fold(event);
        }
        var views = new Views(database);
        return new Sales(views, new Register(views));
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
        return answer.groups().stream().map(SalesIT::key).toList();
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
        var day = LocalDate.parse("2020-04-01").plusDays(random.nextInt(60));
        var from = random.nextInt(3) == 0 ? day.withDayOfMonth(1) : day;
        return switch (random.nextInt(4)) {
            case 0 -> Days.ALL;
            case 1 -> new Days(from, null);
            case 2 -> new Days(null, from);
            default -> new Days(from, from.plusDays(random.nextInt(120)));
        };
    }
}
