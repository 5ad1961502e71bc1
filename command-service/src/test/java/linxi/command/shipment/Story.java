package linxi.command.shipment;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import linxi.command.Moment;
import linxi.command.Refused;
import linxi.command.Rule;
import linxi.command.lot.Lot;
import linxi.command.product.Quoted;
import linxi.command.product.Units;
import linxi.command.register.Registers;
import linxi.events.BaseUnit;
import linxi.events.Channel;
import linxi.events.Entered;
import linxi.events.Event;
import linxi.events.LotEvent;
import linxi.events.LotEvent.LotCommissioned;
import linxi.events.LotEvent.LotHeld;
import linxi.events.LotId;
import linxi.events.Pack;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.Quantity;
import linxi.events.SettlementId;
import linxi.events.ShipmentEvent;
import linxi.events.ShipmentEvent.ShipmentSettled;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** Two lots of tomatoes (T1 of 100 kg, T2 of 50 kg) and what happens to one shipment S1 of 40 kg and 20 kg. */
final class Story {
    static final Instant START = Instant.parse("2020-05-06T00:00:00Z");
    static final PartyId DAKANG = new PartyId("dakang");
    static final PartyId YONGHUI = new PartyId("yonghui");
    static final PartyId OTHER = new PartyId("other");
    static final ShipmentId S1 = new ShipmentId("S1");
    static final LotId T1 = new LotId("T1");
    static final LotId T2 = new LotId("T2");
    static final ProductId TOMATO = new ProductId("tomato");
    static final Units UNITS = Units.of(BaseUnit.GRAM, List.of(new Pack("crate", 10_000)));

    final Map<LotId, Lot> lots = new HashMap<>();
    Shipment shipment = Shipment.unknown();
    Registers registers = registers(Set.of());
    List<Event> last = List.of();
    private Instant now = START;

    Story() {
        commission(T1, DAKANG, 100_000);
        commission(T2, DAKANG, 50_000);
        commission(new LotId("foreign"), OTHER, 50_000);
    }

    static Registers registers(Set<PartyId> suspended) {
        return new Registers(Set.of(DAKANG, YONGHUI, OTHER), suspended, Map.of(TOMATO, UNITS), Set.of());
    }

    private void commission(LotId lot, PartyId origin, long grams) {
        tell(List.of(new LotCommissioned(lot, origin, TOMATO, Quantity.grams(grams), null, List.of(), START, START)));
    }

    @CanIgnoreReturnValue
    Story suspend(PartyId party) {
        registers = registers(Set.of(party));
        return this;
    }

    @CanIgnoreReturnValue
    Story hold(LotId lot) {
        return tell(List.of(new LotHeld(lot, DAKANG, "tested", now)));
    }

    @CanIgnoreReturnValue
    Story logged() {
        return tell(log(sale(T1, "40"), sale(T2, "20")).decide(shipment, lots, registers));
    }

    @CanIgnoreReturnValue
    Story dispatched() {
        return logged().tell(dispatch(DAKANG).decide(shipment, lots, registers));
    }

    @CanIgnoreReturnValue
    Story arrived() {
        return dispatched().tell(new RecordArrival(S1, YONGHUI, tick()).decide(shipment, registers));
    }

    @CanIgnoreReturnValue
    Story received(StatedLine... lines) {
        return tell(receipt(true, lines).decide(shipment, registers));
    }

    @CanIgnoreReturnValue
    Story partly(StatedLine... lines) {
        return tell(receipt(false, lines).decide(shipment, registers));
    }

    /** T1: 30 accepted, 6 short, 3 rejected, 1 lost. */
    @CanIgnoreReturnValue
    Story receivedWithDiscrepancy() {
        return dispatched().received(line(T1, 30, 6, 3, 1, 0), line(T2, 20));
    }

    @CanIgnoreReturnValue
    Story settled() {
        return tell(List.of(new ShipmentSettled(S1, DAKANG, new SettlementId("C1"), tick().at())));
    }

    @CanIgnoreReturnValue
    Story tell(List<? extends Event> events) {
        last = List.copyOf(events);
        for (var event : events) {
            switch (event) {
                case ShipmentEvent e -> shipment = shipment.after(e);
                case LotEvent e ->
                    lots.put(e.lot(), lots.getOrDefault(e.lot(), Lot.unknown()).after(e));
                default -> throw new IllegalArgumentException(event.toString());
            }
        }
        return this;
    }

    long left(LotId lot) {
        return lots.getOrDefault(lot, Lot.unknown()).existing(lot, "lot").left().amount() / 1_000;
    }

    Shipment.Received outcome() {
        return shipment.existing(S1, "id").received();
    }

    /** The next moment, a minute later. */
    Moment tick() {
        now = now.plus(Duration.ofMinutes(1));
        return Moment.stated(now);
    }

    LogShipment log(LogShipment.Asked... lines) {
        return log(ShipmentKind.SALE, lines);
    }

    LogShipment log(ShipmentKind kind, LogShipment.Asked... lines) {
        return new LogShipment(S1, kind, DAKANG, YONGHUI, Channel.SUPERMARKET, List.of(lines), DAKANG, tick());
    }

    DispatchShipment dispatch(PartyId by) {
        return new DispatchShipment(S1, "京A 12345", by, tick());
    }

    ConfirmReceipt receipt(boolean complete, StatedLine... lines) {
        return new ConfirmReceipt(S1, List.of(lines), complete, YONGHUI, tick());
    }

    CorrectReceipt correction(StatedLine... lines) {
        return new CorrectReceipt(S1, List.of(lines), "counted again", YONGHUI, tick());
    }

    ReceiveReturn back(LotId lot, long kilograms) {
        return new ReceiveReturn(S1, List.of(new ReceiveReturn.Returned(lot, kilograms(kilograms))), DAKANG, tick());
    }

    static LogShipment.Asked sale(LotId lot, String kilograms) {
        return new LogShipment.Asked(
                lot, new Entered(new BigDecimal(kilograms), "KILOGRAM"), new Quoted(360, "KILOGRAM"));
    }

    static LogShipment.Asked gift(LotId lot, long kilograms) {
        return new LogShipment.Asked(lot, kilograms(kilograms), null);
    }

    static StatedLine line(LotId lot, long accepted) {
        return line(lot, accepted, 0, 0, 0, 0, null);
    }

    static StatedLine line(LotId lot, long accepted, long shortage, long rejected, long lost, long over) {
        return line(lot, accepted, shortage, rejected, lost, over, "as found");
    }

    static StatedLine line(
            LotId lot, long accepted, long shortage, long rejected, long lost, long over, @Nullable String reason) {
        return new StatedLine(
                lot,
                kilograms(accepted),
                kilograms(shortage),
                kilograms(rejected),
                kilograms(lost),
                kilograms(over),
                reason);
    }

    static Entered kilograms(long amount) {
        return new Entered(BigDecimal.valueOf(amount), "KILOGRAM");
    }

    static List<String> names(List<? extends Event> events) {
        var names = new ArrayList<String>();
        events.forEach(event -> names.add(event.getClass().getSimpleName()));
        return names;
    }

    static void assertRefused(Rule rule, ThrowingCallable command) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(command)
                .extracting(Refused::rule)
                .isEqualTo(rule);
    }
}
