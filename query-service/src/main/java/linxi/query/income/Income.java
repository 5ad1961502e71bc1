package linxi.query.income;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.Months;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.household.HouseholdDocument;
import linxi.query.household.Households;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import linxi.query.names.Names;
import linxi.query.names.Register;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Answers {@code GET /api/income}. */
public final class Income {
    private static final long MICRO_PER_MILLI = 1_000;

    private final View<IncomeDocument> income;
    private final View<IncomeMonthDocument> byMonth;
    private final View<UnattributedDocument> unattributed;
    private final View<CarryDocument> carries;
    private final Households households;
    private final Register register;

    public Income(Views views, Households households, Register register) {
        this.income = views.of(new IncomeProjection().name(), IncomeDocument.class);
        this.byMonth = new IncomeMonthProjection().view(views);
        this.unattributed = views.of(new UnattributedProjection().name(), UnattributedDocument.class);
        this.carries = views.of(new CarryProjection().name(), CarryDocument.class);
        this.households = households;
        this.register = register;
    }

    public IncomeAnswer answer(Asked asked) {
        var days = asked.days();
        var dimensions = asked.groupBy(IncomeDimension.class);
        asked.nothingElse();
        return answer(days, dimensions);
    }

    public IncomeAnswer answer(Days days, List<IncomeDimension> dimensions) {
        var whole = dimensions.stream().allMatch(IncomeDimension::isMonthly) ? Months.wholeOf(days) : Months.NONE;
        var rest = new ArrayList<IncomeDocument>();
        for (var span : whole.spansBeside(days)) {
            income.each(within(span), rest::add);
        }
        var months = new ArrayList<IncomeMonthDocument>();
        if (!whole.isNone()) {
            byMonth.each(whole.filter(), months::add);
        }
        var known = knownHouseholds(dimensions, rest, months);
        var report = new IncomeReport(dimensions, known, names(dimensions, rest, months, known));
        rest.forEach(report::add);
        months.forEach(report::add);
        return report.answer(unattributed(days), drift());
    }

    /**
     * What each household earned through each path, by key.
     *
     * @throws Refused where the sums are more than {@code most}
     */
    public SortedMap<HouseholdKey, SortedMap<IncomePath, Money>> byHousehold(Days days, int most) {
        var sums = new TreeMap<HouseholdKey, SortedMap<IncomePath, Money>>();
        var rows = new AtomicInteger();
        income.each(
                within(days),
                document -> document.households().forEach((household, fen) -> {
                    var paths = sums.computeIfAbsent(household, _ -> new TreeMap<>());
                    if (!paths.containsKey(document.path()) && rows.incrementAndGet() > most) {
                        throw new Refused(QueryRule.TOO_MANY_ROWS, null, Integer.toString(most));
                    }
                    paths.merge(document.path(), Money.ofFen(fen), Money::plus);
                }));
        return sums;
    }

    /**
     * The same days in several ways.
     *
     * @param byHousehold the sum of each in fen, 0 and less where as much was taken back
     */
    public record Several(Map<IncomeDimension, IncomeAnswer> answers, Map<HouseholdKey, Long> byHousehold) {}

    /** The days by each of some dimensions and by household, read once. */
    public Several several(Days days, List<IncomeDimension> each) {
        var found = new ArrayList<IncomeDocument>();
        income.each(within(days), found::add);
        var known = knownHouseholds(each, found, List.of());
        var names = names(each, found, List.of(), known);
        var unattributed = unattributed(days);
        long drift = drift();
        var answers = new EnumMap<IncomeDimension, IncomeAnswer>(IncomeDimension.class);
        for (var dimension : each) {
            var report = new IncomeReport(List.of(dimension), known, names);
            found.forEach(report::add);
            answers.put(dimension, report.answer(unattributed, drift));
        }
        return new Several(answers, sums(found, Selection.ALL));
    }

    /** Which households an income is asked of; null for all. */
    public record Selection(
            @Nullable IncomePath path,
            @Nullable PartyId village,
            @Nullable CountedStatus status) {
        public static final Selection ALL = new Selection(null, null, null);
    }

    /**
     * The sum of each household in fen, 0 and less where as much was taken back, counted as in {@link #answer}: by its
     * village, and by its status on the day.
     */
    public Map<HouseholdKey, Long> sums(Days days, Selection selection) {
        var filter = selection.path() == null
                ? within(days)
                : Filters.and(within(days), Filters.eq("path", selection.path().name()));
        var found = new ArrayList<IncomeDocument>();
        income.each(filter, found::add);
        return sums(found, selection);
    }

    /** Of days that are read already, of the path that is selected. */
    private Map<HouseholdKey, Long> sums(List<IncomeDocument> found, Selection selection) {
        var dimensions = new ArrayList<IncomeDimension>();
        if (selection.village() != null) {
            dimensions.add(IncomeDimension.VILLAGE);
        }
        if (selection.status() != null) {
            dimensions.add(IncomeDimension.STATUS);
        }
        var known = knownHouseholds(dimensions, found, List.of());
        var report = new IncomeReport(dimensions, known, register.names(List.of(), List.of()));
        found.forEach(report::add);
        return report.sums(selection);
    }

    private Map<String, HouseholdDocument> knownHouseholds(
            List<IncomeDimension> dimensions, List<IncomeDocument> days, List<IncomeMonthDocument> months) {
        if (!dimensions.contains(IncomeDimension.VILLAGE) && !dimensions.contains(IncomeDimension.STATUS)) {
            return Map.of();
        }
        var keys = new HashSet<HouseholdKey>();
        days.forEach(it -> keys.addAll(it.households().keySet()));
        months.forEach(it -> keys.addAll(it.households().keySet()));
        return households.of(keys);
    }

    private Names names(
            List<IncomeDimension> dimensions,
            List<IncomeDocument> days,
            List<IncomeMonthDocument> months,
            Map<String, HouseholdDocument> known) {
        var parties = new HashSet<PartyId>();
        var products = new HashSet<ProductId>();
        if (!dimensions.isEmpty()) {
            days.forEach(it -> {
                parties.add(it.origin());
                products.add(it.product());
            });
            months.forEach(it -> {
                parties.add(it.origin());
                products.add(it.product());
            });
            known.values().forEach(it -> parties.add(it.village()));
        }
        return register.names(parties, products);
    }

    private Money unattributed(Days days) {
        var sum = new AtomicLong();
        unattributed.each(
                Filters.empty(),
                month -> month.days().forEach((day, fen) -> sum.addAndGet(days.contains(day) ? fen : 0)));
        return Money.ofFen(sum.get());
    }

    private long drift() {
        var most = new AtomicLong();
        carries.each(Filters.empty(), it -> most.accumulateAndGet(it.largest(), Math::max));
        return Math.ceilDiv(most.get(), MICRO_PER_MILLI);
    }

    private static Bson within(Days days) {
        var filters = new ArrayList<Bson>();
        if (days.from() != null) {
            filters.add(Filters.gte("day", days.from().toString()));
        }
        if (days.to() != null) {
            filters.add(Filters.lte("day", days.to().toString()));
        }
        return filters.isEmpty() ? Filters.empty() : Filters.and(filters);
    }
}
