package linxi.query.screen.label;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import linxi.events.BaseUnit;
import linxi.events.BusinessDay;
import linxi.query.Amount;
import linxi.query.lot.LotDocument;
import linxi.query.lot.Lots;
import linxi.query.screen.code.TraceAddress;
import linxi.query.screen.paper.Wording;
import linxi.query.shipment.ShipmentAnswer;
import linxi.query.shipment.ShipmentMoment;
import linxi.query.trace.TraceCode;
import linxi.query.trace.TraceCode.Kind;

/** What stands on the labels of a shipment and of a lot. */
final class Labels {
    private static final String DISPATCHED = "shipment-dispatched";

    private final TraceAddress addresses;
    private final HttpServletRequest http;
    private final Wording words;

    Labels(TraceAddress addresses, HttpServletRequest http, Wording words) {
        this.addresses = addresses;
        this.http = http;
        this.words = words;
    }

    /** One for the whole, then one for each of its lots. */
    List<Label> of(ShipmentAnswer shipment, Map<String, LotDocument> lots) {
        var origin = words.of("label.origin", words.name(shipment.origin()));
        var market = words.of("label.market", words.name(shipment.market()));
        var labels = new ArrayList<Label>();
        labels.add(label(
                Kind.SHIPMENT,
                shipment.id().value(),
                products(shipment),
                List.of(origin, words.of("label.quantity", sum(shipment)), day(shipment), market)));
        for (var line : shipment.lines()) {
            var facts = new ArrayList<>(List.of(origin, words.of("label.quantity", quantity(line.dispatched()))));
            var lot = lots.get(line.lot().value());
            if (lot != null) {
                facts.add(produced(lot.producedAt()));
            }
            facts.add(market);
            labels.add(label(Kind.LOT, line.lot().value(), words.name(line.product()), facts));
        }
        return labels;
    }

    List<Label> of(Lots.Answer lot) {
        var facts = List.of(
                words.of("label.origin", words.name(lot.origin())),
                words.of("label.quantity", quantity(lot.quantity())),
                produced(lot.producedAt()));
        return List.of(label(Kind.LOT, lot.id().value(), words.name(lot.product()), facts));
    }

    private Label label(Kind kind, String id, String title, List<String> facts) {
        var code = new TraceCode(kind, id);
        return new Label(addresses.of(http, code), code.text(), title, facts);
    }

    private String products(ShipmentAnswer shipment) {
        return words.joined(shipment.lines().stream()
                .map(it -> words.name(it.product()))
                .distinct()
                .toList());
    }

    private String day(ShipmentAnswer shipment) {
        return shipment.history().stream()
                .filter(it -> it.event().equals(DISPATCHED))
                .map(ShipmentMoment::at)
                .findFirst()
                .map(at -> words.of("label.dispatched", BusinessDay.of(at).toString()))
                .orElseGet(() ->
                        words.of("label.logged", BusinessDay.of(shipment.at()).toString()));
    }

    private String produced(Instant at) {
        return words.of("label.produced", BusinessDay.of(at).toString());
    }

    /** As it was entered, where somebody knows; else in full. */
    private String quantity(Amount amount) {
        return amount.entered() == null ? Wording.full(words.figures().amount(amount)) : amount.entered();
    }

    private String sum(ShipmentAnswer shipment) {
        if (shipment.lines().size() == 1) {
            return quantity(shipment.lines().getFirst().dispatched());
        }
        var sums = new LinkedHashMap<BaseUnit, Long>();
        shipment.lines()
                .forEach(
                        it -> sums.merge(it.dispatched().unit(), it.dispatched().amount(), Math::addExact));
        var amounts = new ArrayList<Amount>();
        sums.forEach((unit, amount) -> amounts.add(Amount.of(amount, unit)));
        return Wording.full(words.figures().amounts(amounts));
    }
}
