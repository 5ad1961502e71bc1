package linxi.command.settlement;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.command.Moment;
import linxi.command.agreement.Agreement;
import linxi.command.agreement.AgreementCommand.PublishAgreement;
import linxi.command.agreement.Cover;
import linxi.command.agreement.Coverage;
import linxi.command.attribution.Carry;
import linxi.command.attribution.CarryKey;
import linxi.command.attribution.Evidence;
import linxi.command.product.Units;
import linxi.command.register.Registers;
import linxi.command.settlement.SettlementCommand.AgreeSettlement;
import linxi.command.settlement.SettlementCommand.OpenSettlement;
import linxi.command.settlement.SettlementCommand.PaySettlement;
import linxi.command.settlement.SettlementCommand.ReturnGoods;
import linxi.command.settlement.SettlementCommand.Returned;
import linxi.command.settlement.SettlementCommand.ReverseSettlement;
import linxi.events.AgreementEvent;
import linxi.events.AgreementId;
import linxi.events.BaseUnit;
import linxi.events.CarryEvent.CarryMoved;
import linxi.events.Channel;
import linxi.events.Contribution;
import linxi.events.CoverEvent;
import linxi.events.Entered;
import linxi.events.Event;
import linxi.events.HouseholdAmounts;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.LotAmount;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.Price;
import linxi.events.ProductId;
import linxi.events.Quantity;
import linxi.events.SettlementEvent;
import linxi.events.SettlementId;
import linxi.events.ShipmentEvent.ShipmentSettled;
import linxi.events.ShipmentEvent.ShipmentUnsettled;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import org.jspecify.annotations.Nullable;

/** Everything recorded so far, for tests: decides a command, keeps its events and folds them. */
final class Books {
    static final PartyId ORIGIN = new PartyId("dakang");
    static final PartyId MARKET = new PartyId("xinfadi");
    static final LocalDate DAY = LocalDate.of(2020, 5, 6);
    static final Instant AT = Instant.parse("2020-05-07T00:00:00Z");
    static final Moment NOW = Moment.stated(AT);

    final Map<AgreementId, Agreement> agreements = new HashMap<>();
    final Map<ProductId, Cover> covers = new HashMap<>();
    final Map<LotId, List<Contribution>> contributions = new HashMap<>();
    final Map<CarryKey, Carry> carries = new HashMap<>();
    final Map<ShipmentId, ReceivedShipment> shipments = new HashMap<>();
    final Map<SettlementId, Settlement> settlements = new HashMap<>();

    static final Registers REGISTERS = registers();

    void lot(String lot, Map<String, Long> kilograms) {
        var all = new ArrayList<Contribution>();
        kilograms.forEach(
                (household, amount) -> all.add(new Contribution(new HouseholdKey(household), amount * 1_000)));
        contributions.put(new LotId(lot), all);
    }

    /** A received SALE of whole kilograms at fen per kilogram. */
    void shipment(String id, ReceivedShipment.Line... lines) {
        shipments.put(
                new ShipmentId(id),
                new ReceivedShipment(
                        new ShipmentId(id),
                        ORIGIN,
                        MARKET,
                        ShipmentKind.SALE,
                        Channel.SUPERMARKET,
                        DAY,
                        false,
                        null,
                        List.of(lines),
                        AT));
    }

    static ReceivedShipment.Line line(String lot, String product, long kilograms, long fen) {
        return new ReceivedShipment.Line(
                new LotId(lot),
                new ProductId(product),
                Quantity.grams(kilograms * 1_000),
                new Price(fen, "KILOGRAM", 1_000));
    }

    @CanIgnoreReturnValue
    List<Event> publish(
            String id, String product, Map<IncomePath, Integer> paths, Map<IncomePath, Map<String, Long>> members) {
        var command = new PublishAgreement(
                new AgreementId(id),
                ORIGIN,
                ORIGIN,
                List.of(new ProductId(product)),
                DAY,
                new TreeMap<>(paths),
                members(members),
                NOW);
        return record(Agreement.unknown().decide(command, covers, REGISTERS));
    }

    static SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members(Map<IncomePath, Map<String, Long>> members) {
        var all = new TreeMap<IncomePath, SortedMap<HouseholdKey, Long>>();
        members.forEach((path, weights) -> {
            var keyed = new TreeMap<HouseholdKey, Long>();
            weights.forEach((household, weight) -> keyed.put(new HouseholdKey(household), weight));
            all.put(path, keyed);
        });
        return all;
    }

    @CanIgnoreReturnValue
    List<Event> open(String id, List<StatedDeduction> deductions, String... shipmentIds) {
        var ids = List.of(shipmentIds).stream().map(ShipmentId::new).toList();
        var command = new OpenSettlement(new SettlementId(id), ORIGIN, ORIGIN, MARKET, ids, deductions, NOW);
        return record(Decisions.open(command, settlement(id), shipments, REGISTERS));
    }

    @CanIgnoreReturnValue
    List<Event> agree(String id) {
        var command = new AgreeSettlement(new SettlementId(id), MARKET, NOW);
        return record(Decisions.agree(command, settlement(id), evidence()));
    }

    @CanIgnoreReturnValue
    List<Event> pay(String id) {
        return record(Decisions.pay(new PaySettlement(new SettlementId(id), MARKET, "R1", NOW), settlement(id)));
    }

    @CanIgnoreReturnValue
    List<Event> takeBack(String id, Returned... lines) {
        var command = new ReturnGoods(new SettlementId(id), MARKET, List.of(lines), "spoilt", NOW);
        return record(Decisions.takeBack(command, settlement(id), evidence(), REGISTERS));
    }

    @CanIgnoreReturnValue
    List<Event> reverse(String id) {
        var command = new ReverseSettlement(new SettlementId(id), MARKET, "wrong price", NOW);
        return record(Decisions.reverse(command, settlement(id), shipments, evidence()));
    }

    static Returned kilograms(String shipment, String lot, long kilograms) {
        return new Returned(
                new ShipmentId(shipment), new LotId(lot), new Entered(BigDecimal.valueOf(kilograms), "KILOGRAM"));
    }

    /** Everybody and everything that the tests name. */
    private static Registers registers() {
        var products = new HashMap<ProductId, Units>();
        for (var product : List.of("beef", "egg", "tomato")) {
            products.put(new ProductId(product), Units.of(BaseUnit.GRAM, List.of()));
        }
        var households = new HashSet<HouseholdKey>();
        for (int i = 0; i < 1_000; i++) {
            households.add(new HouseholdKey("H" + i));
            households.add(new HouseholdKey("H%02d".formatted(i)));
            households.add(new HouseholdKey("H%03d".formatted(i)));
        }
        return new Registers(Set.of(ORIGIN, MARKET), Set.of(), products, households);
    }

    Settlement settlement(String id) {
        return settlements.getOrDefault(new SettlementId(id), Settlement.unknown());
    }

    Evidence evidence() {
        return evidence(contributions);
    }

    Evidence evidence(Map<LotId, List<Contribution>> contributed) {
        var amounts = new HashMap<LotId, HouseholdAmounts>();
        contributed.forEach((lot, some) -> amounts.put(lot, HouseholdAmounts.of(some)));
        return new Evidence(new Coverage(covers, agreements), amounts, carries);
    }

    @CanIgnoreReturnValue
    List<Event> record(List<Event> events) {
        events.forEach(this::fold);
        return events;
    }

    private void fold(Event event) {
        switch (event) {
            case AgreementEvent one ->
                agreements.compute(one.agreement(), (_, was) -> (was == null ? Agreement.unknown() : was).after(one));
            case CoverEvent one -> covers.merge(one.product(), Cover.none().after(one), (was, _) -> was.after(one));
            case CarryMoved moved ->
                carries.compute(
                        new CarryKey(moved.agreement(), moved.path()),
                        (_, was) -> (was == null ? Carry.none() : was).after(moved));
            case SettlementEvent one ->
                settlements.compute(
                        one.settlement(), (_, was) -> (was == null ? Settlement.unknown() : was).after(one));
            case ShipmentSettled settled ->
                shipments.computeIfPresent(settled.shipment(), (_, was) -> with(was, settled.settlement(), List.of()));
            case ShipmentUnsettled unsettled ->
                shipments.computeIfPresent(unsettled.shipment(), (_, was) -> with(was, null, unsettled.returned()));
            default -> throw new IllegalArgumentException("not expected here: " + event);
        }
    }

    private static ReceivedShipment with(
            ReceivedShipment was, @Nullable SettlementId settlement, List<LotAmount> returned) {
        var lines = new ArrayList<ReceivedShipment.Line>();
        for (var line : was.lines()) {
            var kept = line.kept();
            for (var back : returned) {
                kept = back.lot().equals(line.lot()) ? kept.minus(back.quantity()) : kept;
            }
            lines.add(new ReceivedShipment.Line(line.lot(), line.product(), kept, line.price()));
        }
        return new ReceivedShipment(
                was.shipment(),
                was.origin(),
                was.market(),
                was.kind(),
                was.channel(),
                was.receivedOn(),
                was.disputed(),
                settlement,
                lines,
                was.last());
    }
}
