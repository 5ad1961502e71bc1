package linxi.query.product;

import java.util.List;
import linxi.events.Event;
import linxi.events.ProductEvent;
import linxi.events.ProductEvent.ProductDefined;
import linxi.events.wire.Envelope;
import linxi.query.feed.Projection;
import org.jspecify.annotations.Nullable;

/** One document per product. */
public final class ProductProjection implements Projection<ProductDocument> {
    @Override
    public String name() {
        return "product";
    }

    @Override
    public Class<ProductDocument> type() {
        return ProductDocument.class;
    }

    @Override
    public List<String> documents(Event event) {
        return event instanceof ProductEvent product ? List.of(product.product().value()) : List.of();
    }

    @Override
    public ProductDocument fold(@Nullable ProductDocument before, String id, Envelope envelope, Event event) {
        return switch ((ProductEvent) event) {
            case ProductDefined e ->
                new ProductDocument(e.product(), e.kind(), e.name(), e.brand(), e.baseUnit(), e.packs(), e.at());
        };
    }
}
