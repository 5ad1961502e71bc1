package linxi.query.export;

import java.util.List;
import java.util.Locale;
import linxi.events.Money;
import linxi.query.sold.Measure;
import linxi.query.sold.SoldAnswer;

/** What one product of one shipment adds to a figure of sales on one day. */
record SoldLine(SoldAnswer shipment, SoldAnswer.Line line) {
    static List<SoldLine> of(SoldAnswer shipment) {
        return shipment.lines().stream()
                .map(line -> new SoldLine(shipment, line))
                .toList();
    }

    /** With what the figure is about, and nothing else: other amounts of these lines are not the whole of theirs. */
    static Table<SoldLine> table(Words words, String title, Measure measure) {
        var sold = measure == Measure.SOLD;
        var table = new Table<SoldLine>(words, title);
        addShipment(words, table);
        var _ = table.with(
                        sold ? "quantity" : measure.name().toLowerCase(Locale.ROOT),
                        it -> Cell.amount(
                                measure.of(it.line().sums()), it.line().unit()))
                .with("unit", it -> words.unit(it.line().unit()));
        return sold
                ? table.with(
                        "gross", it -> Cell.yuan(Money.ofFen(it.line().sums().gross())))
                : table;
    }

    private static void addShipment(Words words, Table<SoldLine> table) {
        var _ = table.with("shipment", it -> Cell.text(it.shipment().shipment().value()))
                .with("day", it -> Cell.day(it.shipment().day()))
                .with(
                        "sold.how",
                        it -> words.constant("export.sold", it.shipment().received() ? "RECEIVED" : "RETURNED"))
                .with("origin.id", it -> Cell.text(it.shipment().origin().id()))
                .with("origin", it -> words.name(it.shipment().origin()))
                .with("market.id", it -> Cell.text(it.shipment().market().id()))
                .with("market", it -> words.name(it.shipment().market()))
                .with("channel", it -> words.constant("channel", it.shipment().channel()))
                .with("product.id", it -> Cell.text(it.line().product().id()))
                .with("product", it -> words.name(it.line().product()));
    }
}
