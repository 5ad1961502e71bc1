package linxi.query.screen.shipment;

import java.util.Comparator;
import java.util.List;
import linxi.events.BusinessDay;
import linxi.query.Named;
import linxi.query.lot.Lots;
import linxi.query.product.Products;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.screen.UnitChoice;

/**
 * A product to choose, with its lots that have something left and the units that it is counted in.
 *
 * @param units the usual one first
 */
record ProductTile(String id, String name, List<UnitChoice> units, List<Lot> lots) {

    /** @param held whether it may not be shipped now */
    record Lot(String id, String origin, Shown left, String day, boolean held) {}

    /** Those with something to ship first. */
    static List<ProductTile> of(List<Products.Answer> products, List<Lots.Answer> lots, Reader reader) {
        return products.stream()
                .map(it -> new ProductTile(
                        it.id().value(),
                        reader.name(new Named(it.id().value(), it.name())),
                        UnitChoice.of(it, reader),
                        lots(it, lots, reader)))
                .sorted(Comparator.comparing(it -> it.lots().isEmpty()))
                .toList();
    }

    private static List<Lot> lots(Products.Answer product, List<Lots.Answer> lots, Reader reader) {
        return lots.stream()
                .filter(it -> it.product().id().equals(product.id().value()))
                .map(it -> new Lot(
                        it.id().value(),
                        it.origin().id(),
                        reader.figures().amount(it.left()),
                        BusinessDay.of(it.producedAt()).toString(),
                        it.held()))
                .toList();
    }
}
