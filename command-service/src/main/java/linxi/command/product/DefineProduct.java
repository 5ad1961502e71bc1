package linxi.command.product;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import linxi.command.Refused;
import linxi.command.party.Party;
import linxi.events.BaseUnit;
import linxi.events.MeasureUnit;
import linxi.events.Name;
import linxi.events.Pack;
import linxi.events.PartyId;
import linxi.events.ProductEvent.ProductDefined;
import linxi.events.ProductId;
import linxi.events.ProductKind;
import org.jspecify.annotations.Nullable;

/** Defines a product with its base unit and packs, which stay for life. */
public record DefineProduct(
        ProductId product,
        ProductKind kind,
        Name name,
        @Nullable String brand,
        BaseUnit baseUnit,
        List<Pack> packs,
        PartyId by,
        Instant at) {
    public DefineProduct {
        packs = List.copyOf(packs);
    }

    public List<ProductDefined> decide(Product before, Party acting) {
        acting.requireMayAct(by);
        return switch (before) {
            case Product.Defined _ -> throw new Refused(ProductRule.PRODUCT_EXISTS, "id", product);
            case Product.Unknown _ -> defined();
        };
    }

    private List<ProductDefined> defined() {
        IntStream.range(0, packs.size())
                .filter(i -> isUnit(packs.get(i).name()))
                .findFirst()
                .ifPresent(i -> {
                    throw new Refused(
                            ProductRule.PACK_NAMED_LIKE_UNIT,
                            "packs[" + i + "].name",
                            packs.get(i).name());
                });
        return List.of(new ProductDefined(product, kind, name, brand, baseUnit, packs, at));
    }

    private static boolean isUnit(String name) {
        return Stream.of(MeasureUnit.values()).anyMatch(unit -> unit.name().equalsIgnoreCase(name));
    }
}
