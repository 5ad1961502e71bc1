package linxi.query.sales;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import linxi.query.names.Register;
import org.bson.conversions.Bson;

/** Answers {@code GET /api/sales}. */
public final class Sales {
    private final View<SalesDocument> view;
    private final Register register;

    public Sales(Views views, Register register) {
        this.view = views.of(new SalesProjection().name(), SalesDocument.class);
        this.register = register;
    }

    public SalesAnswer answer(Asked asked) {
        var days = asked.days();
        var dimensions = asked.groupBy(SalesDimension.class);
        asked.nothingElse();
        return answer(days, dimensions);
    }

    public SalesAnswer answer(Days days, List<SalesDimension> dimensions) {
        var months = new ArrayList<SalesDocument>();
        view.each(months(days), months::add);
        var parties = new HashSet<PartyId>();
        var products = new HashSet<ProductId>();
        for (var month : months) {
            parties.add(month.origin());
            for (var cell : month.cells()) {
                parties.add(cell.market());
                products.add(cell.product());
            }
        }
        var report = new SalesReport(dimensions, days, register.names(parties, products));
        months.forEach(report::add);
        return report.answer();
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
