package linxi.query.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import linxi.events.Name;
import linxi.events.wire.EventJson;
import linxi.query.income.Income;
import linxi.query.lot.Lots;
import linxi.query.product.Products;
import linxi.query.sales.Sales;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Answers {@code GET /api/claims}: the figures of the article, each beside what the recorded events come to. */
public final class Claims {
    private final List<Claim> claims = read();
    private final Measures measures;

    public Claims(Sales sales, Income income, Lots lots, Products products) {
        this.measures = new Measures(sales, income, lots, products);
    }

    public Answer answer() {
        return new Answer(claims.stream().map(this::item).toList());
    }

    private Item item(Claim claim) {
        var computed = measures.of(claim);
        return new Item(
                claim.id(),
                claim.text(),
                claim.published(),
                claim.comparator().name(),
                claim.unit(),
                computed,
                computed == null ? null : claim.comparator().holds(computed, claim.published()),
                claim.source());
    }

    static List<Claim> read() {
        try (var file = Claims.class.getResourceAsStream("claims.json")) {
            if (file == null) {
                throw new IllegalStateException("claims.json is not in the jar");
            }
            return EventJson.mapper().readValue(file, new TypeReference<List<Claim>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, in the order of the article's facts. */
    public record Answer(List<Item> items) {}

    /**
     * @param published in {@code unit}
     * @param computed in {@code unit}; null where nothing was recorded to compute it from
     * @param holds null where {@code computed} is
     */
    public record Item(
            String id,
            Name text,
            BigDecimal published,
            String comparator,
            String unit,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal computed,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Boolean holds,

            String source) {}
}
