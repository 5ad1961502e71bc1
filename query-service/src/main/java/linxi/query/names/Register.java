package linxi.query.names;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import linxi.events.Id;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.RegisterEvent;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import linxi.query.party.PartyDocument;
import linxi.query.party.PartyProjection;
import linxi.query.product.ProductDocument;
import linxi.query.product.ProductProjection;
import org.jspecify.annotations.Nullable;

/**
 * Knows parties and products: their names for an answer, in two reads by {@code _id} however long it is, and the parties
 * under which something may lie.
 */
public final class Register {
    private final View<PartyDocument> parties;
    private final View<ProductDocument> products;
    private final Origins origins;

    public Register(Views views) {
        this.parties = views.of(new PartyProjection().name(), PartyDocument.class);
        this.products = views.of(new ProductProjection().name(), ProductDocument.class);
        this.origins = new Origins(parties);
    }

    public Names names(Collection<PartyId> partyIds, Collection<ProductId> productIds) {
        return new Names(find(parties, partyIds), find(products, productIds));
    }

    /** The markets, and whoever else is registered there. */
    public List<PartyId> ofRegion(String region) {
        var found = new ArrayList<PartyId>();
        parties.each(Filters.eq("region", region), it -> found.add(it.id()));
        return found;
    }

    public List<ProductId> ofBrand(String brand) {
        var found = new ArrayList<ProductId>();
        products.each(Filters.eq("brand", brand), it -> found.add(it.id()));
        return found;
    }

    /** The document of that id, whoever's it is, of the first by origin; null where there is none. */
    public <D> @Nullable D anywhere(View<D> view, String id) {
        return origins.find(view, id);
    }

    private static <D> Map<String, D> find(View<D> view, Collection<? extends Id> ids) {
        Set<String> wanted = new HashSet<>();
        ids.forEach(id -> wanted.add(id.value()));
        return view.all(RegisterEvent.KEY, wanted);
    }
}
