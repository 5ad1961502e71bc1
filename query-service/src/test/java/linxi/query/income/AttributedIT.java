package linxi.query.income;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import linxi.embedded.EmbeddedMongo;
import linxi.events.AgreementId;
import linxi.events.Event;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.SettlementEvent.IncomeAttributed;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementEvent.IncomeReversed;
import linxi.events.SettlementEvent.SettlementAgreed;
import linxi.events.SettlementEvent.SettlementReversed;
import linxi.events.SettlementId;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.Named;
import linxi.query.attributed.Attributed;
import linxi.query.attributed.AttributedAnswer;
import linxi.query.attributed.AttributedProjection;
import linxi.query.attributed.AttributedQuestion;
import linxi.query.feed.Replay;
import linxi.query.household.Households;
import linxi.query.list.NewestFirst;
import linxi.query.mongo.MongoConfiguration;
import linxi.query.mongo.Views;
import linxi.query.names.Register;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

/** The settlements under a figure of income add up to it: with returns and reversals, and what reached nobody. */
class AttributedIT {
    private static final AgreementId AGREEMENT = new AgreementId("A");
    private static final PartyId MARKET = new PartyId("m");
    private static final int PAGE = 5;

    private static final EmbeddedMongo SERVER = EmbeddedMongo.inMemory();
    private static final MongoClient CLIENT = MongoConfiguration.client(SERVER.uri());

    private record Desk(Income income, Attributed attributed) {}

    @AfterAll
    static void stop() {
        CLIENT.close();
        SERVER.close();
    }

    @RepeatedTest(5)
    void listsAddUpToTheirFigures() {
        long seed = new Random().nextLong();
        System.out.println("AttributedIT seed " + seed);
        var random = new Random(seed);
        var desk = desk(random);
        var from = LocalDate.parse("2020-04-20").plusDays(random.nextInt(30));
        for (var days : List.of(Days.ALL, new Days(from, from.plusDays(random.nextInt(30))))) {
            requireSame(
                    desk, days, Map.of(), desk.income().answer(days, List.of()).total());
            for (var one : List.of(IncomeDimension.PATH, IncomeDimension.PRODUCT, IncomeDimension.ORIGIN)) {
                requireSame(desk, days, List.of(one));
            }
            requireSame(desk, days, List.of(IncomeDimension.PATH, IncomeDimension.PRODUCT));
            var nobody = all(desk, question(days, Map.of("unattributed", "true")));
            assertThat(nobody.stream().mapToLong(it -> it.unattributed().fen()).sum())
                    .as("seed %d in %s", seed, days)
                    .isEqualTo(
                            desk.income().answer(days, List.of()).unattributed().fen());
        }
    }

    private static Desk desk(Random random) {
        var database = CLIENT.getDatabase("attributed");
        database.drop();
        var replay = Replay.into(
                database,
                new AttributedProjection(),
                new IncomeProjection(),
                new IncomeMonthProjection(),
                new UnattributedProjection());
        for (int i = 0; i < 40; i++) {
            var _ = replay.fold(settlement(i, random).toArray(Event[]::new));
        }
        var views = new Views(database);
        var register = new Register(views);
        var income = new Income(views, new Households(views, register), register);
        return new Desk(income, new Attributed(views, income, register));
    }

    private static List<Event> settlement(int number, Random random) {
        var id = new SettlementId("S" + number);
        var origin = new PartyId("o" + number % 2);
        var at = Instant.parse("2020-04-20T00:00:00Z").plus(random.nextInt(60 * 24), ChronoUnit.HOURS);
        var toNobody = Money.ofFen(random.nextInt(3) == 0 ? 0 : random.nextInt(100));
        var events = new ArrayList<Event>();
        events.add(new SettlementAgreed(id, origin, MARKET, List.of(), List.of(), toNobody, at));
        var later = at.plus(random.nextInt(20), ChronoUnit.DAYS);
        boolean reversed = random.nextInt(3) == 0;
        if (reversed) {
            events.add(new SettlementReversed(
                    id, origin, MARKET, List.of(), toNobody.negated(), Money.ZERO, "again", later));
        }
        for (int i = 0; i <= random.nextInt(4); i++) {
            var path = List.of(IncomePath.values()).get(random.nextInt(3));
            var product = new ProductId("p" + random.nextInt(2));
            long fen = random.nextInt(1_000);
            events.add(new IncomeAttributed(id, origin, 1, 1, AGREEMENT, 1, product, path, lines(fen), at));
            if (reversed) {
                events.add(new IncomeReversed(id, origin, 1, 1, AGREEMENT, 1, product, path, lines(-fen), later));
            }
        }
        return events;
    }

    private static List<IncomeLine> lines(long fen) {
        return List.of(
                new IncomeLine(new HouseholdKey("H1"), fen, 0), new IncomeLine(new HouseholdKey("H2"), 2 * fen, 0));
    }

    private static void requireSame(Desk desk, Days days, List<IncomeDimension> dimensions) {
        for (var group : desk.income().answer(days, dimensions).groups()) {
            var where = new HashMap<String, String>();
            group.key()
                    .forEach((name, value) ->
                            where.put(name, value instanceof Named named ? named.id() : String.valueOf(value)));
            requireSame(desk, days, where, group.sum());
        }
    }

    private static void requireSame(Desk desk, Days days, Map<String, String> where, IncomeAnswer.Sum expected) {
        var question = question(days, where);
        assertThat(desk.attributed().figure(question).income())
                .as("%s", question)
                .isEqualTo(expected);
        assertThat(all(desk, question).stream()
                        .mapToLong(it -> it.income().fen())
                        .sum())
                .as("%s", question)
                .isEqualTo(expected.income().fen());
    }

    private static AttributedQuestion question(Days days, Map<String, String> where) {
        var parameters = new HashMap<String, String[]>();
        where.forEach((name, value) -> parameters.put(name, new String[] {value}));
        if (days.from() != null && days.to() != null) {
            parameters.put("from", new String[] {days.from().toString()});
            parameters.put("to", new String[] {days.to().toString()});
        }
        return AttributedQuestion.of(new Asked(parameters));
    }

    private static List<AttributedAnswer> all(Desk desk, AttributedQuestion question) {
        var page = desk.attributed().list(question, NewestFirst.first(PAGE));
        var found = new ArrayList<>(page.items());
        while (page.next() != null) {
            var next = new Asked(Map.of("after", new String[] {page.next()}));
            page = desk.attributed().list(question, NewestFirst.of(next, PAGE));
            found.addAll(page.items());
        }
        return found;
    }
}
