package linxi.query.sales;

import java.time.LocalDate;
import java.util.Comparator;
import linxi.events.BaseUnit;
import linxi.events.Channel;
import linxi.events.PartyId;
import linxi.events.ProductId;

/** What one origin sold of one product, on one day, to one market, through one channel. */
public record SalesCell(
        LocalDate day, PartyId market, Channel channel, ProductId product, BaseUnit unit, SalesSums sums) {
    static final Comparator<SalesCell> BY_PLACE = Comparator.comparing(SalesCell::day)
            .thenComparing(SalesCell::market)
            .thenComparing(SalesCell::channel)
            .thenComparing(SalesCell::product);

    SalesCell plus(SalesSums more) {
        return new SalesCell(day, market, channel, product, unit, sums.plus(more));
    }
}
