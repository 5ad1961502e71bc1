package linxi.query.screen.shipment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import linxi.events.BusinessDay;
import linxi.query.Amount;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.shipment.ShipmentAnswer;
import linxi.query.shipment.ShipmentState;
import linxi.query.shipment.ShipmentSummary;

/**
 * A shipment in the list.
 *
 * @param accepted a dash until the market has said something
 * @param differences what was not simply accepted, by kind; empty where everything was
 */
public record ShipmentRow(
        String id,
        String origin,
        String market,
        ShipmentState state,
        String products,
        Shown dispatched,
        Shown accepted,
        String day,
        List<Difference> differences) {

    /** @param kind a key of the texts, such as {@code short} */
    public record Difference(String kind, Shown amount) {}

    public static ShipmentRow of(ShipmentSummary it, Reader reader) {
        var lines = it.lines();
        return new ShipmentRow(
                it.id().value(),
                reader.name(it.origin()),
                reader.name(it.market()),
                it.state(),
                String.join(
                        ", ",
                        lines.stream()
                                .map(line -> reader.name(line.product()))
                                .distinct()
                                .toList()),
                reader.figures().amounts(sum(lines, ShipmentAnswer.Line::dispatched)),
                reader.figures().amounts(sum(lines, ShipmentAnswer.Line::accepted)),
                BusinessDay.of(it.at()).toString(),
                differences(lines, reader));
    }

    static List<Difference> differences(List<ShipmentAnswer.Line> lines, Reader reader) {
        var found = new ArrayList<Difference>();
        add("short", lines, ShipmentAnswer.Line::shortage, reader, found);
        add("rejected", lines, ShipmentAnswer.Line::rejected, reader, found);
        add("lost", lines, ShipmentAnswer.Line::lost, reader, found);
        add("over", lines, ShipmentAnswer.Line::over, reader, found);
        return found;
    }

    private static void add(
            String kind,
            List<ShipmentAnswer.Line> lines,
            Function<ShipmentAnswer.Line, Amount> of,
            Reader reader,
            List<Difference> found) {
        var sum = sum(lines, of);
        if (!sum.isEmpty()) {
            found.add(new Difference(kind, reader.figures().amounts(sum)));
        }
    }

    private static List<Amount> sum(List<ShipmentAnswer.Line> lines, Function<ShipmentAnswer.Line, Amount> of) {
        return Amount.sums(lines.stream().map(of));
    }
}
