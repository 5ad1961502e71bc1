package linxi.query.income;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import linxi.embedded.EmbeddedMongo;
import linxi.events.AgreementId;
import linxi.events.BusinessDay;
import linxi.events.HouseholdEvent.HouseholdRegistered;
import linxi.events.HouseholdEvent.HouseholdStatusChanged;
import linxi.events.HouseholdKey;
import linxi.events.HouseholdStatus;
import linxi.events.IncomePath;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.SettlementEvent.IncomeAttributed;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementEvent.IncomeReversed;
import linxi.events.SettlementId;
import linxi.query.Days;
import linxi.query.Named;
import linxi.query.feed.Replay;
import linxi.query.household.HouseholdProjection;
import linxi.query.household.Households;
import linxi.query.mongo.MongoConfiguration;
import linxi.query.mongo.Views;
import linxi.query.names.Register;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

/** Income regrouped from documents by day and by month against the same lines added up one by one. */
class IncomeIT {
    private static final LocalDate LIFTED = LocalDate.parse("2020-05-10");
    private static final AgreementId AGREEMENT = new AgreementId("A");
    private static final SettlementId SETTLEMENT = new SettlementId("S");

    private record Earned(
            PartyId origin, LocalDate day, IncomePath path, ProductId product, HouseholdKey household, long fen) {}

    private static final EmbeddedMongo SERVER = EmbeddedMongo.inMemory();
    private static final MongoClient CLIENT = MongoConfiguration.client(SERVER.uri());

    @AfterAll
    static void stop() {
        CLIENT.close();
        SERVER.close();
    }

    @RepeatedTest(20)
    void equalsWhatIsAddedUpLineByLine() {
        long seed = new Random().nextLong();
        System.out.println("IncomeIT seed " + seed);
        var random = new Random(seed);
        var database = CLIENT.getDatabase("income");
        database.drop();
        var replay =
                Replay.into(database, new IncomeProjection(), new IncomeMonthProjection(), new HouseholdProjection());
        register(replay);
        var earned = new ArrayList<Earned>();
        for (int i = 0; i < 60; i++) {
            attribute(random, replay, earned);
        }
        var views = new Views(database);
        var register = new Register(views);
        var income = new Income(views, new Households(views, register), register);
        for (int i = 0; i < 24; i++) {
            var all = new ArrayList<>(Arrays.asList(IncomeDimension.values()));
            Collections.shuffle(all, random);
            var dimensions = List.copyOf(all.subList(0, random.nextInt(4)));
            var days = days(random);
            var within = earned.stream().filter(it -> days.contains(it.day())).toList();
            var answer = income.answer(days, dimensions);
            assertThat(groups(answer, dimensions))
                    .as("seed %d by %s in %s", seed, dimensions, days)
                    .isEqualTo(count(within, dimensions));
            assertThat(answer.total())
                    .as("seed %d in %s", seed, days)
                    .isEqualTo(count(within, List.of()).get(List.of()));
        }
    }

    private static Days days(Random random) {
        var day = LocalDate.parse("2020-04-10").plusDays(random.nextInt(50));
        var from = random.nextInt(3) == 0 ? day.withDayOfMonth(1) : day;
        return switch (random.nextInt(4)) {
            case 0 -> Days.ALL;
            case 1 -> new Days(from, null);
            case 2 -> new Days(null, from);
            default -> new Days(from, from.plusDays(random.nextInt(80)));
        };
    }

    /** H7 is not. */
    private static void register(Replay replay) {
        for (int h = 0; h < 7; h++) {
            var key = new HouseholdKey("H" + h);
            var _ = replay.fold(
                    new HouseholdRegistered(key, new PartyId("v" + h % 2), Instant.EPOCH),
                    new HouseholdStatusChanged(key, HouseholdStatus.REGISTERED_POOR, LIFTED, null, Instant.EPOCH));
        }
    }

    private static void attribute(Random random, Replay replay, List<Earned> earned) {
        var origin = new PartyId("o" + random.nextInt(2));
        var product = new ProductId("p" + random.nextInt(2));
        var path = List.of(IncomePath.values()).get(random.nextInt(3));
        var at = Instant.parse("2020-04-20T00:00:00Z").plus(random.nextInt(60 * 24), ChronoUnit.HOURS);
        boolean back = random.nextInt(4) == 0;
        var lines = new ArrayList<IncomeLine>();
        for (int h = 0; h < 8; h++) {
            if (random.nextBoolean()) {
                long fen = random.nextInt(10) * (back ? -1L : 1L);
                var household = new HouseholdKey("H" + h);
                lines.add(new IncomeLine(household, fen, 0));
                earned.add(new Earned(origin, BusinessDay.of(at), path, product, household, fen));
            }
        }
        var _ = replay.fold(
                back
                        ? new IncomeReversed(SETTLEMENT, origin, 1, 1, AGREEMENT, 1, product, path, lines, at)
                        : new IncomeAttributed(SETTLEMENT, origin, 1, 1, AGREEMENT, 1, product, path, lines, at));
    }

    private static Map<List<@Nullable String>, IncomeAnswer.Sum> count(List<Earned> earned, List<IncomeDimension> by) {
        var sums = new HashMap<List<@Nullable String>, Map<HouseholdKey, Long>>();
        for (var it : earned) {
            sums.computeIfAbsent(key(it, by), _ -> new TreeMap<>()).merge(it.household(), it.fen(), Long::sum);
        }
        var found = new HashMap<List<@Nullable String>, IncomeAnswer.Sum>();
        if (by.isEmpty()) {
            sums.putIfAbsent(List.of(), Map.of());
        }
        sums.forEach((key, households) -> found.put(
                key,
                new IncomeAnswer.Sum(
                        Money.ofFen(households.values().stream()
                                .mapToLong(Long::longValue)
                                .sum()),
                        households.values().stream().filter(fen -> fen > 0).count())));
        return found;
    }

    private static List<@Nullable String> key(Earned it, List<IncomeDimension> by) {
        var key = new ArrayList<@Nullable String>();
        int number = it.household().value().charAt(1) - '0';
        for (var dimension : by) {
            key.add(
                    switch (dimension) {
                        case PATH -> it.path().name();
                        case ORIGIN -> it.origin().value();
                        case PRODUCT -> it.product().value();
                        case VILLAGE -> number == 7 ? null : "v" + number % 2;
                        case STATUS -> number == 7 || it.day().isBefore(LIFTED) ? "UNKNOWN" : "REGISTERED_POOR";
                        case MONTH -> it.day().toString().substring(0, 7);
                    });
        }
        return key;
    }

    private static Map<List<@Nullable String>, IncomeAnswer.Sum> groups(IncomeAnswer answer, List<IncomeDimension> by) {
        var found = new HashMap<List<@Nullable String>, IncomeAnswer.Sum>();
        for (var group : answer.groups()) {
            var key = new ArrayList<@Nullable String>();
            group.key().values().forEach(it -> key.add(it instanceof Named named ? named.id() : (String) it));
            found.put(key, group.sum());
        }
        if (by.isEmpty()) {
            found.put(List.of(), answer.total());
        }
        return found;
    }
}
