package linxi.query.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import linxi.events.BaseUnit;
import linxi.events.Name;
import linxi.events.Pack;
import linxi.events.ProductId;
import linxi.events.ProductKind;
import linxi.events.RegisterEvent;
import linxi.query.Asked;
import linxi.query.Named;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.list.ById;
import linxi.query.list.Page;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import org.jspecify.annotations.Nullable;

/** Answers {@code GET /api/products} and {@code /api/products/{id}}. */
public final class Products {
    private final View<ProductDocument> view;

    public Products(Views views) {
        this.view = views.of(new ProductProjection().name(), ProductDocument.class);
    }

    public Page<Answer> list(Asked asked) {
        return ById.of(asked).page(view, ProductDocument::id).map(Answer::of);
    }

    /** Whether the question, without a page of it, is about more than that. */
    public boolean areMoreThan(int most, Asked asked) {
        asked.nothingElse();
        return view.hasMoreThan(most, Filters.empty());
    }

    /** @throws Refused where there is none */
    public Answer one(String id) {
        var found = view.get(RegisterEvent.KEY, id);
        if (found == null) {
            throw new Refused(QueryRule.NO_SUCH_ID, null, id);
        }
        return Answer.of(found);
    }

    /** What it is called, also where nobody defined it. */
    public Named named(ProductId id) {
        var found = view.get(RegisterEvent.KEY, id.value());
        return new Named(id.value(), found == null ? null : found.name());
    }

    /** The whole catalogue. */
    public List<ProductDocument> all() {
        var found = new ArrayList<ProductDocument>();
        view.each(Filters.empty(), found::add);
        return found;
    }

    /** The brands of the catalogue. */
    public Set<String> brands() {
        var found = new TreeSet<String>();
        for (var product : all()) {
            if (product.brand() != null) {
                found.add(product.brand());
            }
        }
        return found;
    }

    /** A product, with null for a missing brand. */
    public record Answer(
            ProductId id,
            ProductKind kind,
            Name name,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String brand,

            BaseUnit baseUnit,
            List<Pack> packs,
            Instant at) {
        static Answer of(ProductDocument it) {
            return new Answer(it.id(), it.kind(), it.name(), it.brand(), it.baseUnit(), it.packs(), it.at());
        }
    }
}
