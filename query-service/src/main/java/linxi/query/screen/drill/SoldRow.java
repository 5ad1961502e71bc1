package linxi.query.screen.drill;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import linxi.events.BaseUnit;
import linxi.events.Channel;
import linxi.events.Money;
import linxi.query.Amount;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.sold.Measure;
import linxi.query.sold.SoldAnswer;

/**
 * What one shipment adds to a figure on one day.
 *
 * @param key tells it from the others while the page lives
 * @param received whether it is the day of its final receipt; else goods came back
 * @param amount of what the figure is about
 */
public record SoldRow(
        String key,
        String shipment,
        String day,
        String time,
        String origin,
        String market,
        Channel channel,
        boolean received,
        String products,
        Shown amount,
        Shown gross) {
    public static SoldRow of(SoldAnswer it, Measure measure, Reader reader) {
        var gross = it.lines().stream()
                .map(line -> Money.ofFen(line.sums().gross()))
                .reduce(Money.ZERO, Money::plus);
        return new SoldRow(
                it.shipment().value() + "/" + it.day(),
                it.shipment().value(),
                it.day().toString(),
                Reader.time(it.at()),
                reader.name(it.origin()),
                reader.name(it.market()),
                it.channel(),
                it.received(),
                String.join(
                        ", ",
                        it.lines().stream()
                                .map(line -> reader.name(line.product()))
                                .toList()),
                reader.figures().amounts(amounts(it, measure)),
                reader.figures().money(gross));
    }

    private static List<Amount> amounts(SoldAnswer it, Measure measure) {
        var sums = new EnumMap<BaseUnit, Long>(BaseUnit.class);
        it.lines().forEach(line -> sums.merge(line.unit(), measure.of(line.sums()), Math::addExact));
        var amounts = new ArrayList<Amount>();
        sums.forEach((unit, amount) -> amounts.add(Amount.of(amount, unit)));
        return amounts;
    }
}
