package linxi.query.export;

import java.util.List;
import java.util.function.Function;
import linxi.events.Money;
import linxi.query.Amount;
import linxi.query.shipment.ShipmentAnswer;
import linxi.query.shipment.ShipmentSummary;

/** One lot of a shipment; what there is to say of the whole shipment stands in each of its rows. */
record ShipmentRow(ShipmentSummary shipment, ShipmentAnswer.Line line) {
    static List<ShipmentRow> of(ShipmentSummary shipment) {
        return shipment.lines().stream()
                .map(line -> new ShipmentRow(shipment, line))
                .toList();
    }

    static Table<ShipmentRow> table(Words words, String title) {
        var table = new Table<ShipmentRow>(words, title);
        addShipment(words, table);
        addAmounts(words, table);
        addMoney(words, table);
        return table;
    }

    private static void addShipment(Words words, Table<ShipmentRow> table) {
        var _ = table.with("shipment", it -> Cell.text(it.shipment().id().value()))
                .with("kind", it -> words.constant("kind", it.shipment().kind()))
                .with("state", it -> words.constant("state", it.shipment().state()))
                .with("origin.id", it -> Cell.text(it.shipment().origin().id()))
                .with("origin", it -> words.name(it.shipment().origin()))
                .with("market.id", it -> Cell.text(it.shipment().market().id()))
                .with("market", it -> words.name(it.shipment().market()))
                .with("channel", it -> words.constant("channel", it.shipment().channel()))
                .with("logged", it -> Cell.moment(it.shipment().at()))
                .with("received", it -> Cell.day(it.shipment().receivedOn()))
                .with("lot", it -> Cell.text(it.line().lot().value()))
                .with("product.id", it -> Cell.text(it.line().product().id()))
                .with("product", it -> words.name(it.line().product()));
    }

    private static void addAmounts(Words words, Table<ShipmentRow> table) {
        var _ = table.with("dispatched", amount(ShipmentAnswer.Line::dispatched))
                .with("unit", it -> words.unit(it.line().dispatched().unit()))
                .with("accepted", amount(ShipmentAnswer.Line::accepted))
                .with("short", amount(ShipmentAnswer.Line::shortage))
                .with("rejected", amount(ShipmentAnswer.Line::rejected))
                .with("lost", amount(ShipmentAnswer.Line::lost))
                .with("over", amount(ShipmentAnswer.Line::over))
                .with("returned.origin", amount(ShipmentAnswer.Line::returnedToOrigin))
                .with("returned.sale", amount(ShipmentAnswer.Line::returnedAfterSale))
                .with("reason", it -> Cell.text(it.line().reason()));
    }

    private static Function<ShipmentRow, Cell> amount(Function<ShipmentAnswer.Line, Amount> which) {
        return row -> {
            var amount = which.apply(row.line());
            return Cell.amount(amount.amount(), amount.unit());
        };
    }

    private static void addMoney(Words words, Table<ShipmentRow> table) {
        var _ = table.with("price", ShipmentRow::price)
                .with("price.per", it -> it.per(words))
                .with("gross", it -> Cell.yuan(it.line().gross()))
                .with("settlement", ShipmentRow::settlement);
    }

    private Cell price() {
        var price = line.price();
        return price == null ? Cell.EMPTY : Cell.yuan(Money.ofFen(price.fen()));
    }

    private Cell per(Words words) {
        var price = line.price();
        return price == null ? Cell.EMPTY : words.per(price.per());
    }

    private Cell settlement() {
        var settlement = shipment.settlement();
        return settlement == null ? Cell.EMPTY : Cell.text(settlement.value());
    }
}
