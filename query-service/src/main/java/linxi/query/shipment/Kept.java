package linxi.query.shipment;

import java.time.LocalDate;
import java.util.List;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.ShipmentId;
import linxi.query.Amount;
import linxi.query.Named;
import linxi.query.names.Names;
import org.jspecify.annotations.Nullable;

/**
 * What a settlement is about: of a received shipment, what was accepted and has not come back after its sale.
 *
 * @param receivedOn the day of the final receipt
 */
public record Kept(
        ShipmentId id, Named origin, Named market, @Nullable LocalDate receivedOn, List<Line> lines) {

    /** What is kept of one lot, and what it costs. */
    public record Line(LotId lot, Named product, Amount quantity, Money gross) {}

    static Kept of(ShipmentDocument it, Names names) {
        return new Kept(
                it.id(),
                names.party(it.origin()),
                names.party(it.market()),
                it.receivedOn(),
                it.lines().stream()
                        .map(line -> new Line(
                                line.lot(),
                                names.product(line.product()),
                                Amount.of(line.kept(), line.unit()),
                                line.keptGross()))
                        .toList());
    }

    public Money gross() {
        return lines.stream().map(Line::gross).reduce(Money.ZERO, Money::plus);
    }
}
