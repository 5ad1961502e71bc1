package linxi.command.product;

import linxi.command.Refused;
import linxi.events.ProductEvent;
import linxi.events.ProductEvent.ProductDefined;
import linxi.events.ProductId;

/** What rules need to know of a product: in which units it may be stated. */
public sealed interface Product {
    static Product unknown() {
        return new Unknown();
    }

    default Product after(ProductEvent event) {
        return switch (event) {
            case ProductDefined defined -> new Defined(Units.of(defined));
        };
    }

    /** @throws Refused with {@link ProductRule#PRODUCT_UNKNOWN}; {@code id} stood at {@code field} of the request */
    default Defined requireKnown(String field, ProductId id) {
        return switch (this) {
            case Unknown _ -> throw new Refused(ProductRule.PRODUCT_UNKNOWN, field, id);
            case Defined defined -> defined;
        };
    }

    record Unknown() implements Product {}

    record Defined(Units units) implements Product {}
}
