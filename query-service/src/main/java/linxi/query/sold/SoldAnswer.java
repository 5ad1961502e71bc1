package linxi.query.sold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import linxi.events.BaseUnit;
import linxi.events.Channel;
import linxi.events.ShipmentId;
import linxi.query.Named;
import linxi.query.names.Names;
import linxi.query.sales.SalesSums;

/**
 * What one shipment adds to a figure on one day.
 *
 * @param received whether it is the day of its final receipt; else goods came back
 * @param lines those that the figure is about
 */
public record SoldAnswer(
        ShipmentId shipment,
        Named origin,
        Named market,
        Channel channel,
        LocalDate day,
        Instant at,
        boolean received,
        List<Line> lines) {
    /** Of one product. */
    public record Line(Named product, BaseUnit unit, SalesSums sums) {}

    static SoldAnswer of(SoldDocument it, List<SoldDocument.Line> lines, Names names) {
        return new SoldAnswer(
                it.shipment(),
                names.party(it.origin()),
                names.party(it.market()),
                it.channel(),
                it.day(),
                it.at(),
                it.received(),
                lines.stream()
                        .map(line -> new Line(names.product(line.product()), line.unit(), line.sums()))
                        .toList());
    }
}
