package linxi.query.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import linxi.events.BusinessDay;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.query.Named;
import linxi.query.household.Households;
import linxi.query.lot.LotDocument;
import linxi.query.lot.LotProjection;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import linxi.query.names.Names;
import linxi.query.names.Register;
import linxi.query.shipment.ShipmentDocument;
import linxi.query.shipment.ShipmentLine;
import linxi.query.shipment.ShipmentMoment;
import linxi.query.shipment.ShipmentProjection;
import linxi.query.trace.Trace.Goods;
import linxi.query.trace.Trace.Leg;
import linxi.query.trace.Trace.Place;
import org.jspecify.annotations.Nullable;

/** Follows a code: in some seven reads by id, and one more for every five lots of a shipment. */
public final class Traces {
    /** Of one lot. */
    private static final int JOURNEYS = 20;

    private static final int LOTS_AT_ONCE = 5;

    private static final Comparator<ShipmentDocument> NEWEST = Comparator.comparing(ShipmentDocument::at)
            .thenComparing(ShipmentDocument::position)
            .reversed();

    private final View<ShipmentDocument> shipments;
    private final View<LotDocument> lots;
    private final Register register;
    private final Villages villages;

    public Traces(Views views, Register register, Households households) {
        this.shipments = views.of(new ShipmentProjection().name(), ShipmentDocument.class);
        this.lots = views.of(new LotProjection().name(), LotDocument.class);
        this.register = register;
        this.villages = new Villages(households, register);
    }

    /** Nothing where the code is of nothing that we know. */
    public Optional<Trace> find(TraceCode code) {
        return switch (code.kind()) {
            case SHIPMENT ->
                Optional.ofNullable(register.anywhere(shipments, code.id())).map(it -> of(code, it));
            case LOT -> Optional.ofNullable(register.anywhere(lots, code.id())).map(it -> of(code, it));
        };
    }

    private Trace of(TraceCode code, ShipmentDocument shipment) {
        var held = held(shipment);
        var names = register.names(
                List.of(shipment.origin(), shipment.market()),
                shipment.lines().stream().map(ShipmentLine::product).toList());
        var from = villages.of(held.values());
        var goods = shipment.lines().stream()
                .map(it -> goods(it.lot(), it.product(), held.get(it.lot().value()), names, from))
                .toList();
        var leg = leg(shipment, shipment.lines(), names);
        return new Trace(code, place(shipment.origin(), names), goods, List.of(leg), false);
    }

    /** A few at a time, and of each no more than is looked at: they may hold thousands of households each. */
    private Map<String, LotDocument> held(ShipmentDocument shipment) {
        var ids = shipment.lines().stream().map(it -> it.lot().value()).toList();
        var held = new HashMap<String, LotDocument>();
        for (int from = 0; from < ids.size(); from += LOTS_AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + LOTS_AT_ONCE));
            lots.all(shipment.origin().value(), some)
                    .forEach((id, lot) -> held.put(id, lot.withFirst(Villages.MOST / ids.size())));
        }
        return held;
    }

    private Trace of(TraceCode code, LotDocument lot) {
        var took = journeys(lot);
        var markets = new ArrayList<>(List.of(lot.origin()));
        took.forEach(it -> markets.add(it.market()));
        var names = register.names(markets, List.of(lot.product()));
        var goods = goods(lot.id(), lot.product(), lot, names, villages.of(List.of(lot)));
        var legs =
                took.stream().map(it -> leg(it, linesOf(it, lot.id()), names)).toList();
        return new Trace(
                code,
                place(lot.origin(), names),
                List.of(goods),
                legs,
                lot.taken().size() > JOURNEYS);
    }

    /** The last that took some of it, newest first. */
    private List<ShipmentDocument> journeys(LotDocument lot) {
        var taken = lot.taken();
        var last = taken.subList(Math.max(0, taken.size() - JOURNEYS), taken.size()).stream()
                .map(it -> it.shipment().value())
                .toList();
        return shipments.all(lot.origin().value(), last).values().stream()
                .sorted(NEWEST)
                .toList();
    }

    private static List<ShipmentLine> linesOf(ShipmentDocument shipment, LotId lot) {
        return shipment.lines().stream().filter(it -> it.lot().equals(lot)).toList();
    }

    private static Goods goods(
            LotId id, ProductId product, @Nullable LotDocument lot, Names names, Map<LotId, List<Named>> from) {
        var registered = names.products().get(product.value());
        return new Goods(
                id,
                names.product(product),
                registered == null ? null : registered.kind(),
                lot == null ? null : BusinessDay.of(lot.producedAt()),
                lot != null && lot.held() != null,
                from.getOrDefault(id, List.of()));
    }

    private static Leg leg(ShipmentDocument shipment, Collection<ShipmentLine> lines, Names names) {
        return new Leg(
                place(shipment.market(), names),
                Receipt.of(
                        shipment.state(),
                        lines.stream().map(ShipmentLine::tally).toList()),
                day(shipment, "shipment-dispatched"),
                day(shipment, "shipment-arrived"),
                shipment.receivedOn());
    }

    private static @Nullable LocalDate day(ShipmentDocument shipment, String event) {
        Instant at = null;
        for (ShipmentMoment moment : shipment.history()) {
            if (moment.event().equals(event)) {
                at = moment.at();
            }
        }
        return at == null ? null : BusinessDay.of(at);
    }

    private static Place place(PartyId id, Names names) {
        var registered = names.parties().get(id.value());
        return new Place(
                names.party(id),
                registered == null ? null : registered.region(),
                registered == null ? null : registered.district());
    }
}
