package linxi.command.product;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import linxi.command.Refused;
import linxi.events.BaseUnit;
import linxi.events.Entered;
import linxi.events.MeasureUnit;
import linxi.events.Pack;
import linxi.events.Price;
import linxi.events.ProductEvent;
import linxi.events.ProductEvent.ProductDefined;
import linxi.events.ProductId;
import linxi.events.Quantity;

/** What rules need to know of a product: its base unit and packs. */
public sealed interface Product {
    static Product unknown() {
        return new Unknown();
    }

    default Product after(ProductEvent event) {
        return switch (event) {
            case ProductDefined defined -> new Defined(defined.baseUnit(), defined.packs());
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

    record Defined(BaseUnit baseUnit, List<Pack> packs) implements Product {
        private static final BigDecimal MOST = BigDecimal.valueOf(Quantity.MAX);

        public Defined {
            packs = List.copyOf(packs);
        }

        /**
         * What was stated, in base units: exact, never rounded.
         *
         * @param field where it stood in the request, such as {@code lines[0].quantity}
         * @throws Refused for a unit this product has not, a fraction of a base unit, or more than 2^53
         */
        public Quantity measure(Entered stated, String field) {
            var contains = BigDecimal.valueOf(contains(stated.unit(), field + ".unit"));
            var amount = stated.amount().multiply(contains);
            if (amount.abs().compareTo(MOST) > 0) {
                throw new Refused(ProductRule.QUANTITY_TOO_LARGE, field + ".amount", stated.amount());
            }
            if (amount.stripTrailingZeros().scale() > 0) {
                throw new Refused(ProductRule.NOT_WHOLE_BASE_UNITS, field + ".amount", stated.amount());
            }
            return new Quantity(amount.longValueExact(), baseUnit);
        }

        /** @throws Refused for a unit this product has not */
        public Price price(Quoted quoted, String field) {
            return new Price(quoted.fen(), quoted.per(), contains(quoted.per(), field + ".per"));
        }

        private long contains(String unit, String field) {
            return unit(unit).orElseThrow(() -> new Refused(ProductRule.WRONG_UNIT, field, unit));
        }

        private OptionalLong unit(String name) {
            for (var unit : MeasureUnit.values()) {
                if (unit.name().equals(name)) {
                    return unit.base() == baseUnit ? OptionalLong.of(unit.contains()) : OptionalLong.empty();
                }
            }
            return packs.stream()
                    .filter(pack -> pack.name().equals(name))
                    .mapToLong(Pack::contains)
                    .findFirst();
        }
    }
}
