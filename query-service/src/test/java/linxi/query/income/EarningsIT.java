package linxi.query.income;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import linxi.embedded.EmbeddedMongo;
import linxi.events.AgreementId;
import linxi.events.BusinessDay;
import linxi.events.HouseholdEvent.HouseholdRegistered;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.SettlementEvent.IncomeAttributed;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementId;
import linxi.query.Asked;
import linxi.query.feed.Replay;
import linxi.query.household.HouseholdProjection;
import linxi.query.household.Households;
import linxi.query.lot.LotProjection;
import linxi.query.lot.Lots;
import linxi.query.mongo.MongoConfiguration;
import linxi.query.mongo.Views;
import linxi.query.names.Register;
import linxi.query.settlement.SettlementProjection;
import linxi.query.settlement.Settlements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

/** What households earned, from documents by day, against the same lines one by one. */
class EarningsIT {
    private static final Instant FIRST = Instant.parse("2020-01-20T00:00:00Z");

    private record Earned(HouseholdKey household, String settlement, Instant at, long fen) {}

    private static final EmbeddedMongo SERVER = EmbeddedMongo.inMemory();
    private static final MongoClient CLIENT = MongoConfiguration.client(SERVER.uri());

    @AfterAll
    static void stop() {
        CLIENT.close();
        SERVER.close();
    }

    @RepeatedTest(5)
    void equalsTheLinesThatWereAttributed() {
        long seed = new Random().nextLong();
        System.out.println("EarningsIT seed " + seed);
        var random = new Random(seed);
        var database = CLIENT.getDatabase("earnings");
        database.drop();
        var replay = Replay.into(
                database,
                new EarningsProjection(),
                new EarningMonthsProjection(),
                new HouseholdProjection(),
                new SettlementProjection(),
                new LotProjection());
        for (int h = 0; h < 4; h++) {
            var _ = replay.fold(new HouseholdRegistered(new HouseholdKey("H" + h), new PartyId("v"), FIRST));
        }
        var earned = new ArrayList<Earned>();
        for (int i = 0; i < 80; i++) {
            attribute(i, random, replay, earned);
        }
        var views = new Views(database);
        var register = new Register(views);
        var earnings = new Earnings(
                views,
                new Households(views, register),
                new Settlements(views, register),
                new Lots(views, register),
                register);
        for (int h = 0; h < 4; h++) {
            var household = new HouseholdKey("H" + h);
            var from = LocalDate.parse("2020-01-15").plusDays(random.nextInt(60));
            var to = from.plusDays(random.nextInt(60));
            var answer = earnings.answer(
                    household.value(),
                    new Asked(Map.of("from", new String[] {from.toString()}, "to", new String[] {to.toString()})),
                    FIRST);
            assertThat(answer.lines())
                    .as("seed %d, %s from %s to %s", seed, household, from, to)
                    .extracting(it -> new Earned(household, it.settlement().value(), it.at(), it.fen()))
                    .isEqualTo(within(earned, household, from, to));
        }
    }

    private static List<Earned> within(List<Earned> earned, HouseholdKey household, LocalDate from, LocalDate to) {
        return earned.stream()
                .filter(it -> it.household().equals(household))
                .filter(it -> !BusinessDay.of(it.at()).isBefore(from)
                        && !BusinessDay.of(it.at()).isAfter(to))
                .sorted(Comparator.comparing(Earned::at))
                .toList();
    }

    private static void attribute(int number, Random random, Replay replay, List<Earned> earned) {
        var origin = new PartyId("o" + random.nextInt(2));
        var at = FIRST.plus(random.nextInt(60 * 24), ChronoUnit.HOURS);
        var lines = new ArrayList<IncomeLine>();
        for (int h = 0; h < 4; h++) {
            if (random.nextBoolean()) {
                long fen = random.nextInt(10);
                lines.add(new IncomeLine(new HouseholdKey("H" + h), fen, fen * 1_000_000));
                earned.add(new Earned(new HouseholdKey("H" + h), "S" + number, at, fen));
            }
        }
        var _ = replay.fold(new IncomeAttributed(
                new SettlementId("S" + number),
                origin,
                1,
                1,
                new AgreementId("A"),
                1,
                new ProductId("p"),
                IncomePath.WAGE,
                lines,
                at));
    }
}
