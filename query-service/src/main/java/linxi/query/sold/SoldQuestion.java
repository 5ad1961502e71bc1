package linxi.query.sold;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import linxi.events.Channel;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.sales.SalesDimension;
import org.jspecify.annotations.Nullable;

/**
 * Which figure: of some days, and of one product, brand, market, region, channel or origin where they are named.
 *
 * @param where by dimension, in their order
 */
public record SoldQuestion(Days days, Map<SalesDimension, String> where, Measure measure) {
    public SoldQuestion {
        var sorted = new EnumMap<SalesDimension, String>(SalesDimension.class);
        sorted.putAll(where);
        where = Collections.unmodifiableMap(sorted);
    }

    /** Takes its parameters, and leaves those of a page of a list. */
    public static SoldQuestion of(Asked asked) {
        var where = new EnumMap<SalesDimension, String>(SalesDimension.class);
        put(where, SalesDimension.PRODUCT, asked.id("product", ProductId::new));
        put(where, SalesDimension.BRAND, asked.text("brand"));
        put(where, SalesDimension.MARKET, asked.id("market", PartyId::new));
        put(where, SalesDimension.REGION, asked.text("region"));
        put(where, SalesDimension.CHANNEL, asked.choice("channel", Channel.class));
        put(where, SalesDimension.ORIGIN, asked.id("origin", PartyId::new));
        var measure = asked.choice("measure", Measure.class);
        return new SoldQuestion(asked.days(), where, measure == null ? Measure.SOLD : measure);
    }

    private static void put(Map<SalesDimension, String> where, SalesDimension by, @Nullable Object value) {
        if (value != null) {
            where.put(by, value.toString());
        }
    }
}
