package linxi.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a product. */
public sealed interface ProductEvent extends RegisterEvent {
    ProductId product();

    @Override
    default StreamId stream() {
        return StreamId.of(product());
    }

    record ProductDefined(
            ProductId product,
            ProductKind kind,
            Name name,
            @Nullable String brand,
            BaseUnit baseUnit,
            List<Pack> packs,
            Instant at)
            implements ProductEvent {
        public ProductDefined {
            packs = List.copyOf(packs);
        }
    }
}
