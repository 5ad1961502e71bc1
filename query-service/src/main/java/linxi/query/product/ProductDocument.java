package linxi.query.product;

import java.time.Instant;
import java.util.List;
import linxi.events.BaseUnit;
import linxi.events.Name;
import linxi.events.Pack;
import linxi.events.ProductId;
import linxi.events.ProductKind;
import org.jspecify.annotations.Nullable;

/** A product as defined. */
public record ProductDocument(
        ProductId id,
        ProductKind kind,
        Name name,
        @Nullable String brand,
        BaseUnit baseUnit,
        List<Pack> packs,
        Instant at) {}
