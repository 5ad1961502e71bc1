package linxi.query.names;

import java.util.Map;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.query.Named;
import linxi.query.party.PartyDocument;
import linxi.query.product.ProductDocument;
import org.jspecify.annotations.Nullable;

/** Names, regions and brands for one answer, by id. */
public record Names(Map<String, PartyDocument> parties, Map<String, ProductDocument> products) {
    public Named party(PartyId id) {
        var party = parties.get(id.value());
        return new Named(id.value(), party == null ? null : party.name());
    }

    public Named product(ProductId id) {
        var product = products.get(id.value());
        return new Named(id.value(), product == null ? null : product.name());
    }

    /** Null where it is not registered or says none. */
    public @Nullable String region(PartyId id) {
        var party = parties.get(id.value());
        return party == null ? null : party.region();
    }

    /** Null where it is not registered or has none. */
    public @Nullable String brand(ProductId id) {
        var product = products.get(id.value());
        return product == null ? null : product.brand();
    }
}
