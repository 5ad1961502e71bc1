package linxi.query.screen;

import java.util.ArrayList;
import java.util.List;
import linxi.events.BaseUnit;
import linxi.query.product.Products;

/** A unit that a quantity of a product may be typed in, or a pack of it. */
public record UnitChoice(String id, String name) {
    /** The usual one first. */
    public static List<UnitChoice> of(Products.Answer product, Reader reader) {
        var units = new ArrayList<UnitChoice>();
        var usual = product.baseUnit() == BaseUnit.PIECE ? List.of("PIECE") : List.of("KILOGRAM", "JIN", "TONNE");
        usual.forEach(it -> units.add(new UnitChoice(it, reader.figures().unit(it))));
        product.packs().forEach(it -> units.add(new UnitChoice(it.name(), it.name())));
        return units;
    }
}
