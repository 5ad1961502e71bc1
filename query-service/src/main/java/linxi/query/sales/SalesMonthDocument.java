package linxi.query.sales;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import linxi.events.BaseUnit;
import linxi.events.PartyId;
import linxi.events.ProductId;

/**
 * The sales of one origin in one month by product alone: as long as the lists of its products and of the sets of them
 * that were shipped together, which are few where clerks ship by habit and at most one for each shipment.
 *
 * @param month such as 2020-05
 * @param products sorted, each once
 * @param baskets as those of {@link SalesCount}, each once
 */
public record SalesMonthDocument(PartyId origin, String month, List<ProductSales> products, List<Basket> baskets) {
    /** What was sold of one product. */
    public record ProductSales(ProductId product, BaseUnit unit, SalesSums sums) {}

    /** How many shipments had exactly these products. */
    public record Basket(List<ProductId> products, long shipments) {}

    static SalesMonthDocument empty(PartyId origin, String month) {
        return new SalesMonthDocument(origin, month, List.of(), List.of());
    }

    SalesMonthDocument plus(SalesCell cell) {
        var all = changed(
                products,
                it -> it.product().equals(cell.product()),
                it -> new ProductSales(it.product(), it.unit(), it.sums().plus(cell.sums())),
                new ProductSales(cell.product(), cell.unit(), cell.sums()));
        all.sort(Comparator.comparing(ProductSales::product));
        return new SalesMonthDocument(origin, month, all, baskets);
    }

    SalesMonthDocument counting(SalesCount count) {
        var all = changed(
                baskets,
                it -> it.products().equals(count.basket()),
                it -> new Basket(it.products(), it.shipments() + count.shipments()),
                new Basket(count.basket(), count.shipments()));
        return new SalesMonthDocument(origin, month, products, all);
    }

    private static <T> List<T> changed(List<T> before, Predicate<T> which, UnaryOperator<T> change, T otherwise) {
        var all = new ArrayList<>(before);
        for (int i = 0; i < all.size(); i++) {
            if (which.test(all.get(i))) {
                all.set(i, change.apply(all.get(i)));
                return all;
            }
        }
        all.add(otherwise);
        return all;
    }
}
