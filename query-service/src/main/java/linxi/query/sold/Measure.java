package linxi.query.sold;

import com.mongodb.client.model.Filters;
import java.util.Optional;
import java.util.function.ToLongFunction;
import linxi.query.sales.SalesSums;
import org.bson.conversions.Bson;

/** Which figure of sales a list is under. */
public enum Measure {
    /** Quantity and gross, and the number of shipments. */
    SOLD("", SalesSums::quantity),
    SHORT("short", SalesSums::shortage),
    REJECTED("rejected", SalesSums::rejected),
    LOST("lost", SalesSums::lost),
    DONATED("donated", SalesSums::donated);

    private final String field;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference has no state
    private final ToLongFunction<SalesSums> amount;

    Measure(String field, ToLongFunction<SalesSums> amount) {
        this.field = field;
        this.amount = amount;
    }

    /** Of it, in base units. */
    public long of(SalesSums sums) {
        return amount.applyAsLong(sums);
    }

    /** Selects lines that have any of it; nothing where each line of a sale belongs to the figure. */
    Optional<Bson> onLines() {
        return field.isEmpty() ? Optional.empty() : Optional.of(Filters.ne("sums." + field, 0L));
    }
}
