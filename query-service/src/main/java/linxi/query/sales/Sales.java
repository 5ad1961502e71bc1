package linxi.query.sales;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.Months;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import linxi.query.names.Names;
import linxi.query.names.Register;
import org.bson.conversions.Bson;

/** Answers {@code GET /api/sales}. */
public final class Sales {
    private final View<SalesDocument> byDay;
    private final View<SalesMonthDocument> byMonth;
    private final Register register;

    public Sales(Views views, Register register) {
        this.byDay = new SalesProjection().view(views);
        this.byMonth = new SalesMonthProjection().view(views);
        this.register = register;
    }

    public SalesAnswer answer(Asked asked) {
        var days = asked.days();
        var dimensions = asked.groupBy(SalesDimension.class);
        asked.nothingElse();
        return answer(days, dimensions);
    }

    public SalesAnswer answer(Days days, List<SalesDimension> dimensions) {
        return answers(days, List.of(dimensions)).getFirst();
    }

    /** Several groupings of the same sales, read once: their totals are the same, whatever arrives meanwhile. */
    public List<SalesAnswer> answers(Days days, List<List<SalesDimension>> groupings) {
        boolean monthly = groupings.stream().allMatch(it -> it.stream().allMatch(SalesDimension::isMonthly));
        var whole = monthly ? Months.wholeOf(days) : Months.NONE;
        var rest = new ArrayList<SalesDocument>();
        for (var span : whole.spansBeside(days)) {
            byDay.each(months(span), rest::add);
        }
        var months = new ArrayList<SalesMonthDocument>();
        if (!whole.isNone()) {
            byMonth.each(whole.filter(), months::add);
        }
        var names = names(rest, months);
        var answers = new ArrayList<SalesAnswer>();
        for (var dimensions : groupings) {
            var report = new SalesReport(dimensions, days, names);
            rest.forEach(report::add);
            months.forEach(report::add);
            answers.add(report.answer());
        }
        return answers;
    }

    private Names names(List<SalesDocument> days, List<SalesMonthDocument> months) {
        var parties = new HashSet<PartyId>();
        var products = new HashSet<ProductId>();
        for (var month : days) {
            parties.add(month.origin());
            for (var cell : month.cells()) {
                parties.add(cell.market());
                products.add(cell.product());
            }
        }
        for (var month : months) {
            parties.add(month.origin());
            month.products().forEach(it -> products.add(it.product()));
        }
        return register.names(parties, products);
    }

    private static Bson months(Days days) {
        var filters = new ArrayList<Bson>();
        if (days.from() != null) {
            filters.add(Filters.gte("month", SalesProjection.month(days.from())));
        }
        if (days.to() != null) {
            filters.add(Filters.lte("month", SalesProjection.month(days.to())));
        }
        return filters.isEmpty() ? Filters.empty() : Filters.and(filters);
    }
}
