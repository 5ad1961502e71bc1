package linxi.query.claims;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import linxi.events.Name;
import linxi.events.ProductKind;
import linxi.query.Days;
import org.jspecify.annotations.Nullable;

/**
 * A published figure and how ours is taken, as the data file says.
 *
 * @param published in {@code unit}, with as many decimals as were published
 * @param measure null where the system does not hold what it would take
 * @param per what a measured figure is divided by, where it is a ratio to another published figure
 */
record Claim(
        String id,
        Name text,
        BigDecimal published,
        Comparator comparator,
        String unit,
        @Nullable Measure measure,
        @Nullable ProductKind product,
        @Nullable String region,
        @Nullable String origin,
        @Nullable List<String> markets,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable BigDecimal per,
        String source) {

    /** How a computed figure stands to the published one. */
    enum Comparator {
        EQ,
        /** "More than", "over": 余, 以上, 超过. */
        GE,
        /** Equal when rounded half-up to the decimals published. */
        ABOUT;

        boolean holds(BigDecimal computed, BigDecimal published) {
            return switch (this) {
                case EQ -> computed.compareTo(published) == 0;
                case GE -> computed.compareTo(published) >= 0;
                case ABOUT ->
                    computed.setScale(Math.max(published.scale(), 0), java.math.RoundingMode.HALF_UP)
                                    .compareTo(published)
                            == 0;
            };
        }
    }

    /** What is taken from the read models. */
    enum Measure {
        /** Accepted, less returned. */
        SOLD_AMOUNT,
        SOLD_GROSS,
        AVERAGE_PRICE,
        DONATED_AMOUNT,
        /** Sold of what was commissioned, in percent. */
        SOLD_SHARE,
        /** Commissioned a day, over the days on which any was. */
        DAILY_OUTPUT,
        /** Daily output to a published stock, in percent. */
        DAILY_OUTPUT_SHARE,
        BRANDS,
        CHANNELS,
        MARKETS,
        HOUSEHOLDS
    }

    Days days() {
        return new Days(from, to);
    }
}
