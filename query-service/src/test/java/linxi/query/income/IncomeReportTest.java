package linxi.query.income;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import linxi.events.AgreementId;
import linxi.events.BusinessDay;
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
import linxi.query.Named;
import linxi.query.feed.Projection;
import linxi.query.feed.Replay;
import linxi.query.household.HouseholdDocument;
import linxi.query.household.Spell;
import linxi.query.names.Names;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;

/** Income regrouped from daily documents against the same lines added up one by one. */
class IncomeReportTest {
    private static final LocalDate LIFTED = LocalDate.parse("2020-05-10");
    private static final AgreementId AGREEMENT = new AgreementId("A");
    private static final SettlementId SETTLEMENT = new SettlementId("S");

    private record Earned(
            PartyId origin, LocalDate day, IncomePath path, ProductId product, HouseholdKey household, long fen) {}

    private final Map<String, HouseholdDocument> households = households();

    @RepeatedTest(20)
    void equalsWhatIsAddedUpLineByLine() {
        long seed = new Random().nextLong();
        System.out.println("IncomeReportTest seed " + seed);
        var random = new Random(seed);
        var projection = new IncomeProjection();
        var monthly = new IncomeMonthProjection();
        var replay = Replay.inMemory(projection, monthly);
        var earned = new ArrayList<Earned>();
        for (int i = 0; i < 60; i++) {
            attribute(random, replay, earned);
        }
        var documents = documents(replay, projection, earned, it -> it.day() + "/" + it.path() + "/" + it.product());
        var months =
                documents(replay, monthly, earned, it -> it.day().toString().substring(0, 7) + "/" + it.product());
        for (int i = 0; i < 12; i++) {
            var all = new ArrayList<>(Arrays.asList(IncomeDimension.values()));
            Collections.shuffle(all, random);
            var dimensions = List.copyOf(all.subList(0, random.nextInt(4)));
            var report = new IncomeReport(dimensions, households, new Names(Map.of(), Map.of()));
            if (dimensions.stream().allMatch(IncomeDimension::isMonthly)) {
                months.forEach(report::add);
            } else {
                documents.forEach(report::add);
            }
            var answer = report.answer(Money.ZERO, 0);
            var expected = count(earned, dimensions);
            assertThat(groups(answer)).as("seed %d by %s", seed, dimensions).isEqualTo(expected);
            assertThat(answer.total()).isEqualTo(count(earned, List.of()).get(List.of()));
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

    private static <D> List<D> documents(
            Replay replay, Projection<D> projection, List<Earned> earned, Function<Earned, String> idOf) {
        var documents = new ArrayList<D>();
        Set<String> seen = new HashSet<>();
        for (var it : earned) {
            var id = idOf.apply(it);
            var document = replay.document(projection, it.origin().value(), id);
            if (document != null && seen.add(it.origin() + id)) {
                documents.add(document);
            }
        }
        return documents;
    }

    private Map<List<@Nullable String>, IncomeAnswer.Sum> count(List<Earned> earned, List<IncomeDimension> by) {
        var sums = new HashMap<List<@Nullable String>, Map<HouseholdKey, Long>>();
        for (var it : earned) {
            sums.computeIfAbsent(key(it, by), _ -> new TreeMap<>()).merge(it.household(), it.fen(), Long::sum);
        }
        var found = new HashMap<List<@Nullable String>, IncomeAnswer.Sum>();
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

    private static Map<List<@Nullable String>, IncomeAnswer.Sum> groups(IncomeAnswer answer) {
        var found = new HashMap<List<@Nullable String>, IncomeAnswer.Sum>();
        for (var group : answer.groups()) {
            var key = new ArrayList<@Nullable String>();
            group.key().values().forEach(it -> key.add(it instanceof Named named ? named.id() : (String) it));
            found.put(key, group.sum());
        }
        if (found.isEmpty()) {
            found.put(List.of(), answer.total());
        }
        return found;
    }

    /** H7 is not registered. */
    private static Map<String, HouseholdDocument> households() {
        var found = new TreeMap<String, HouseholdDocument>();
        for (int h = 0; h < 7; h++) {
            var spell = new Spell(HouseholdStatus.REGISTERED_POOR, LIFTED, null);
            found.put(
                    "H" + h,
                    new HouseholdDocument(
                            new HouseholdKey("H" + h), new PartyId("v" + h % 2), List.of(spell), Instant.EPOCH));
        }
        return found;
    }
}
