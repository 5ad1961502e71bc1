package linxi.query.income;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import linxi.events.BusinessDay;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.Named;
import linxi.query.household.Households;
import linxi.query.income.EarningsAnswer.Line;
import linxi.query.lot.Lots;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import linxi.query.names.Names;
import linxi.query.names.Register;
import linxi.query.settlement.Settlements;
import org.jspecify.annotations.Nullable;

/** Answers {@code GET /api/households/{id}/income}. */
public final class Earnings {
    /** A line, and whose sales it came from. */
    public record Earned(PartyId origin, EarnedLine line) {}

    private final View<EarningMonthsDocument> months;
    private final View<EarningsDocument> days;
    private final Households households;
    private final Settlements settlements;
    private final Lots lots;
    private final Register register;

    public Earnings(Views views, Households households, Settlements settlements, Lots lots, Register register) {
        this.months = new EarningMonthsProjection().view(views);
        this.days = new EarningsProjection().view(views);
        this.households = households;
        this.settlements = settlements;
        this.lots = lots;
        this.register = register;
    }

    /** @throws linxi.query.Refused where there is no such household */
    public EarningsAnswer answer(String id, Asked asked, Instant now) {
        var days = asked.days();
        asked.nothingElse();
        var household = households.one(id, now);
        var earned = earned(household.id(), days);
        var lots = new HashMap<PartyId, List<EarnedLine>>();
        earned.forEach(
                it -> lots.computeIfAbsent(it.origin(), _ -> new ArrayList<>()).add(it.line()));
        var crates = new Crates(household.id(), lots, settlements, this.lots);
        var products = new HashSet<ProductId>();
        earned.forEach(it -> products.add(it.line().product()));
        var names = register.names(List.of(), products);
        var lines = earned.stream()
                .map(it -> line(it.line(), names.product(it.line().product()), crates.of(it.origin(), it.line())))
                .toList();
        return sums(household, earned, lines);
    }

    /**
     * Sums without lines, and the lines themselves, newest first.
     *
     * @param names of products and of the origins that the lines are from
     */
    public record Account(EarningsAnswer sums, List<Earned> lines, Names names) {}

    /** @throws linxi.query.Refused where there is no such household */
    public Account account(String id, Days days, Instant now) {
        var household = households.one(id, now);
        var earned = earned(household.id(), days);
        var names = register.names(
                earned.stream().map(Earned::origin).toList(),
                earned.stream().map(it -> it.line().product()).toList());
        return new Account(sums(household, earned, List.of()), earned.reversed(), names);
    }

    /** All lines of a household, by time and then by position. */
    public List<Earned> of(HouseholdKey household) {
        return earned(household, Days.ALL);
    }

    /** All lines of a household from the sales of one origin, in no order. */
    public List<EarnedLine> from(PartyId origin, HouseholdKey household) {
        var known = months.get(origin.value(), household.value());
        return known == null ? List.of() : lines(known, Days.ALL);
    }

    /** The lines of a household on some days, by time and then by position. */
    public List<Earned> earned(HouseholdKey household, Days asked) {
        var earned = new ArrayList<Earned>();
        for (var known : months.anywhere(household.value())) {
            lines(known, asked).forEach(line -> earned.add(new Earned(known.origin(), line)));
        }
        earned.sort(Comparator.comparing((Earned it) -> it.line().at())
                .thenComparing(it -> it.line().position()));
        return earned;
    }

    private List<EarnedLine> lines(EarningMonthsDocument known, Days asked) {
        var ids = known.months().stream()
                .flatMap(Earnings::days)
                .filter(asked::contains)
                .map(day -> EarningsProjection.id(known.household(), day))
                .toList();
        return days.all(known.origin().value(), ids).values().stream()
                .flatMap(day -> day.lines().stream())
                .toList();
    }

    private static Stream<LocalDate> days(String month) {
        var first = YearMonth.parse(month).atDay(1);
        return first.datesUntil(first.plusMonths(1));
    }

    private static Line line(EarnedLine it, Named product, @Nullable List<EarningsAnswer.Crate> lots) {
        return new Line(
                it.settlement(),
                it.agreement(),
                it.version(),
                product,
                it.path(),
                it.at(),
                it.fen(),
                it.entitlement(),
                lots);
    }

    private static EarningsAnswer sums(Households.Answer household, List<Earned> earned, List<Line> lines) {
        var total = Money.ZERO;
        SortedMap<IncomePath, Money> byPath = new TreeMap<>();
        SortedMap<String, Money> byMonth = new TreeMap<>();
        SortedMap<String, Money> byProduct = new TreeMap<>();
        for (var each : earned) {
            var fen = Money.ofFen(each.line().fen());
            total = total.plus(fen);
            byPath.merge(each.line().path(), fen, Money::plus);
            byMonth.merge(YearMonth.from(BusinessDay.of(each.line().at())).toString(), fen, Money::plus);
            byProduct.merge(each.line().product().value(), fen, Money::plus);
        }
        return new EarningsAnswer(household, total, byPath, byMonth, byProduct, lines);
    }
}
