package linxi.query.sold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import linxi.events.BaseUnit;
import linxi.events.Channel;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.ShipmentId;
import linxi.query.sales.SalesCell;
import linxi.query.sales.SalesSums;

/**
 * What one shipment adds to the sales of one day: its final receipt, as corrected since, or what came back of it.
 *
 * @param sale or else a donation
 * @param received whether it is the day of the final receipt, and so the one that counts the shipment
 * @param at of the first event of that day; with {@code position} the order of lists
 */
public record SoldDocument(
        ShipmentId shipment,
        PartyId origin,
        PartyId market,
        Channel channel,
        LocalDate day,
        boolean sale,
        boolean received,
        List<Line> lines,
        Instant at,
        long position) {
    /** Of one product; each stands once. */
    public record Line(ProductId product, BaseUnit unit, SalesSums sums) {}

    SoldDocument with(List<SalesCell> cells, boolean receivedNow) {
        var all = new ArrayList<>(lines);
        cells.forEach(cell -> add(cell, all));
        return new SoldDocument(
                shipment, origin, market, channel, day, sale, received || receivedNow, all, at, position);
    }

    private static void add(SalesCell cell, List<Line> to) {
        for (int i = 0; i < to.size(); i++) {
            var line = to.get(i);
            if (line.product().equals(cell.product())) {
                to.set(i, new Line(line.product(), line.unit(), line.sums().plus(cell.sums())));
                return;
            }
        }
        to.add(new Line(cell.product(), cell.unit(), cell.sums()));
    }
}
