package linxi.query.attributed;

import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.query.Asked;
import linxi.query.Days;
import org.jspecify.annotations.Nullable;

/**
 * Which figure: of some days, and of one path, product or origin where they are named.
 *
 * @param toNobody about what reached no household instead
 */
public record AttributedQuestion(
        Days days,
        @Nullable IncomePath path,
        @Nullable ProductId product,
        @Nullable PartyId origin,
        boolean toNobody) {
    /** Takes its parameters, and leaves those of a page of a list. */
    public static AttributedQuestion of(Asked asked) {
        return new AttributedQuestion(
                asked.days(),
                asked.choice("path", IncomePath.class),
                asked.id("product", ProductId::new),
                asked.id("origin", PartyId::new),
                Boolean.TRUE.equals(asked.flag("unattributed")));
    }

    boolean isAbout(AttributedDocument.Line line) {
        return (path == null || path == line.path()) && (product == null || product.equals(line.product()));
    }
}
