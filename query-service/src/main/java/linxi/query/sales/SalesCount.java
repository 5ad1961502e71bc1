package linxi.query.sales;

import java.time.LocalDate;
import java.util.List;
import linxi.events.Channel;
import linxi.events.PartyId;
import linxi.events.ProductId;

/**
 * How many shipments with exactly these products were finally received on one day by one market for one channel. Counted
 * by the whole basket, so that a shipment with two products of a brand counts once in that brand.
 *
 * @param basket in order, each once
 */
public record SalesCount(LocalDate day, PartyId market, Channel channel, List<ProductId> basket, long shipments) {
    boolean isOfSame(SalesCount other) {
        return equals(new SalesCount(other.day, other.market, other.channel, other.basket, shipments));
    }

    SalesCount plus(long more) {
        return new SalesCount(day, market, channel, basket, shipments + more);
    }
}
