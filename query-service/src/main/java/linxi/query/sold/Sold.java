package linxi.query.sold;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import linxi.events.Id;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.query.Days;
import linxi.query.Named;
import linxi.query.list.NewestFirst;
import linxi.query.list.Page;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import linxi.query.names.Register;
import linxi.query.sales.Sales;
import linxi.query.sales.SalesAnswer;
import linxi.query.sales.SalesDimension;
import linxi.query.sales.SalesGroup;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Answers which shipments make up a figure of sales. */
public final class Sold {
    private final View<SoldDocument> view;
    private final Sales sales;
    private final Register register;

    public Sold(Views views, Sales sales, Register register) {
        this.view = new SoldProjection().view(views);
        this.sales = sales;
        this.register = register;
    }

    /** The figure itself, from where the dashboard has it. */
    public SalesGroup figure(SoldQuestion question) {
        var dimensions = List.copyOf(question.where().keySet());
        var answer = sales.answer(question.days(), dimensions);
        if (dimensions.isEmpty()) {
            return answer.total();
        }
        var wanted = new ArrayList<@Nullable String>(question.where().values());
        return answer.groups().stream()
                .filter(group -> wanted.equals(keys(group, dimensions)))
                .findFirst()
                .map(SalesAnswer.Group::sums)
                .orElseGet(SalesGroup::nothing);
    }

    private static List<@Nullable String> keys(SalesAnswer.Group group, List<SalesDimension> dimensions) {
        var keys = new ArrayList<@Nullable String>();
        dimensions.forEach(it -> keys.add(text(group.key().get(it.name().toLowerCase(Locale.ROOT)))));
        return keys;
    }

    private static @Nullable String text(@Nullable Object key) {
        return key instanceof Named named ? named.id() : (String) key;
    }

    /** What it is made of, newest first: over all pages these add up to the figure. */
    public Page<SoldAnswer> list(SoldQuestion question, NewestFirst list) {
        var products = products(question.where());
        var page = list.page(view, filters(question, products), it -> new NewestFirst.Place(it.at(), it.position()));
        var names = register.names(parties(page.items()), productsOf(page.items()));
        return page.map(it -> SoldAnswer.of(it, lines(it, products, question.measure()), names));
    }

    /** Whether it is made of more shipments, each counted once a day, than that. */
    public boolean areMoreThan(int most, SoldQuestion question) {
        return view.hasMoreThan(most, Filters.and(filters(question, products(question.where()))));
    }

    private static List<SoldDocument.Line> lines(SoldDocument it, @Nullable Set<ProductId> products, Measure measure) {
        return it.lines().stream()
                .filter(line -> products == null || products.contains(line.product()))
                .filter(line -> measure == Measure.SOLD || measure.of(line.sums()) != 0)
                .toList();
    }

    /** Null for all. */
    private @Nullable Set<ProductId> products(Map<SalesDimension, String> where) {
        var product = where.get(SalesDimension.PRODUCT);
        var brand = where.get(SalesDimension.BRAND);
        if (brand == null) {
            return product == null ? null : Set.of(new ProductId(product));
        }
        var found = new HashSet<>(register.ofBrand(brand));
        if (product != null) {
            found.retainAll(Set.of(new ProductId(product)));
        }
        return found;
    }

    private List<Bson> filters(SoldQuestion question, @Nullable Set<ProductId> products) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.eq("sale", question.measure() != Measure.DONATED));
        addDays(question.days(), filters);
        var where = question.where();
        addIfAny("market", where.get(SalesDimension.MARKET), filters);
        addIfAny("channel", where.get(SalesDimension.CHANNEL), filters);
        addIfAny("origin", where.get(SalesDimension.ORIGIN), filters);
        var region = where.get(SalesDimension.REGION);
        if (region != null) {
            filters.add(Filters.in("market", texts(register.ofRegion(region))));
        }
        var onLine = new ArrayList<Bson>();
        if (products != null) {
            onLine.add(Filters.in("product", texts(products)));
        }
        question.measure().onLines().ifPresent(onLine::add);
        if (!onLine.isEmpty()) {
            filters.add(Filters.elemMatch("lines", Filters.and(onLine)));
        }
        return filters;
    }

    private static List<String> texts(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).toList();
    }

    private static void addIfAny(String field, @Nullable String value, List<Bson> to) {
        if (value != null) {
            to.add(Filters.eq(field, value));
        }
    }

    private static void addDays(Days days, List<Bson> to) {
        if (days.from() != null) {
            to.add(Filters.gte("day", days.from().toString()));
        }
        if (days.to() != null) {
            to.add(Filters.lte("day", days.to().toString()));
        }
    }

    private static Set<PartyId> parties(List<SoldDocument> documents) {
        var parties = new HashSet<PartyId>();
        documents.forEach(it -> parties.addAll(List.of(it.origin(), it.market())));
        return parties;
    }

    private static Set<ProductId> productsOf(List<SoldDocument> documents) {
        return documents.stream()
                .flatMap(it -> it.lines().stream())
                .map(SoldDocument.Line::product)
                .collect(Collectors.toSet());
    }
}
