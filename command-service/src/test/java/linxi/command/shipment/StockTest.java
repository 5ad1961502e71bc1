package linxi.command.shipment;

import static linxi.command.shipment.Story.DAKANG;
import static linxi.command.shipment.Story.START;
import static linxi.command.shipment.Story.TOMATO;
import static linxi.command.shipment.Story.YONGHUI;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import linxi.command.Moment;
import linxi.command.Refused;
import linxi.command.lot.Lot;
import linxi.command.product.Quoted;
import linxi.command.register.Registers;
import linxi.events.Channel;
import linxi.events.Entered;
import linxi.events.Event;
import linxi.events.LotEvent;
import linxi.events.LotEvent.LotCommissioned;
import linxi.events.LotId;
import linxi.events.Quantity;
import linxi.events.ShipmentEvent;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentEvent.ReceiptCorrected;
import linxi.events.ShipmentEvent.ReturnReceived;
import linxi.events.ShipmentEvent.ShipmentCancelled;
import linxi.events.ShipmentEvent.ShipmentLogged;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import linxi.events.Tally;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Random lives of shipments over shared lots. What is left of every lot is computed a second time, from the words of
 * the shipments' own events alone, and is the same after every command.
 */
class StockTest {
    private static final long COMMISSIONED = 1_000;
    private static final List<LotId> LOTS =
            IntStream.range(0, 4).mapToObj(i -> new LotId("L" + i)).toList();
    private static final Registers REGISTERS =
            new Registers(Set.of(DAKANG, YONGHUI), Set.of(), Map.of(TOMATO, Story.UNITS), Set.of());

    private final Map<LotId, Lot> lots = new HashMap<>();
    private final Map<ShipmentId, Shipment> shipments = new HashMap<>();
    private final List<ShipmentEvent> words = new ArrayList<>();
    private Random random = new Random();
    private int recorded;
    private int logged;

    @RepeatedTest(40)
    void isWhatShipmentsDidNotTake(RepetitionInfo run) {
        long seed = 20_200_506L + run.getCurrentRepetition();
        System.out.println("seed " + seed);
        random = new Random(seed);
        LOTS.forEach(lot -> record(
                new LotCommissioned(lot, DAKANG, TOMATO, Quantity.grams(COMMISSIONED), null, List.of(), START, START)));
        for (int step = 0; step < 300; step++) {
            tryToRecord(START.plusSeconds(step));
            LOTS.forEach(lot -> {
                assertThat(left(lot)).as("seed %d, lot %s", seed, lot).isEqualTo(leftByWords(lot));
                assertThat(left(lot)).as("seed %d, lot %s", seed, lot).isNotNegative();
            });
        }
        assertThat(recorded).as("commands that were not refused").isGreaterThan(30);
    }

    private void tryToRecord(Instant at) {
        try {
            anything(Moment.stated(at)).forEach(this::record);
            recorded++;
        } catch (Refused refused) {
            assertThat(refused.rule()).isNotNull();
        }
    }

    private void record(Event event) {
        switch (event) {
            case LotEvent e ->
                lots.put(e.lot(), lots.getOrDefault(e.lot(), Lot.unknown()).after(e));
            case ShipmentEvent e -> {
                shipments.put(e.shipment(), shipment(e.shipment()).after(e));
                words.add(e);
            }
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    private long left(LotId lot) {
        return lots.getOrDefault(lot, Lot.unknown()).existing(lot, "lot").left().amount();
    }

    private Shipment shipment(ShipmentId id) {
        return shipments.getOrDefault(id, Shipment.unknown());
    }

    private List<Event> anything(Moment now) {
        var id = new ShipmentId("S" + (logged < 3 ? logged : random.nextInt(logged)));
        var state = shipment(id);
        return switch (random.nextInt(logged < 3 ? 1 : 12)) {
            case 0 -> log(now);
            case 1, 2 -> new DispatchShipment(id, null, DAKANG, now).decide(state, lots, REGISTERS);
            case 3 -> new RecordArrival(id, YONGHUI, now).decide(state, REGISTERS);
            case 4 -> new CancelShipment(id, "random", DAKANG, now).decide(state);
            case 5 ->
                random.nextInt(4) == 0
                        ? new ReportLoss(id, "random", DAKANG, now).decide(state)
                        : new RejectShipment(id, "random", YONGHUI, now).decide(state);
            case 6, 7, 8 ->
                new ConfirmReceipt(id, words(state), random.nextInt(3) > 0, YONGHUI, now).decide(state, REGISTERS);
            case 9, 10 -> new CorrectReceipt(id, words(state), "random", YONGHUI, now).decide(state, lots, REGISTERS);
            default -> new ReceiveReturn(id, returned(state), DAKANG, now).decide(state, REGISTERS);
        };
    }

    private List<Event> log(Moment now) {
        var lines = LOTS.stream()
                .filter(_ -> random.nextBoolean())
                .map(lot -> new LogShipment.Asked(lot, grams(1 + random.nextInt(60)), new Quoted(7, "JIN")))
                .toList();
        var id = new ShipmentId("S" + logged);
        var events = new LogShipment(id, ShipmentKind.SALE, DAKANG, YONGHUI, Channel.OTHER, lines, DAKANG, now)
                .decide(shipment(id), lots, REGISTERS);
        logged++;
        return events;
    }

    /** Mostly words that balance, now and then some that do not. */
    private List<StatedLine> words(Shipment state) {
        if (!(state instanceof Shipment.Known known)) {
            return List.of();
        }
        var before = known instanceof Shipment.OnTheRoad road ? road.tallies() : Map.<LotId, Tally>of();
        return known.consignment().lines().values().stream()
                .map(line -> {
                    var open = line.quantity().amount()
                            - before.getOrDefault(line.lot(), Tally.NONE).accountedFor()
                            + before.getOrDefault(line.lot(), Tally.NONE).over();
                    long over = random.nextInt(8) == 0 ? 3 : 0;
                    long shortage = random.nextLong(Math.max(1, open / 2 + 1));
                    long rejected = random.nextLong(Math.max(1, open / 4 + 1));
                    long accepted = open - shortage - rejected + over + (random.nextInt(20) == 0 ? 1 : 0);
                    return new StatedLine(
                            line.lot(), grams(accepted), grams(shortage), grams(rejected), null, grams(over), "random");
                })
                .toList();
    }

    private List<ReceiveReturn.Returned> returned(Shipment state) {
        if (!(state instanceof Shipment.Known known)) {
            return List.of();
        }
        return known.consignment().lines().keySet().stream()
                .limit(1)
                .map(lot -> new ReceiveReturn.Returned(lot, grams(1 + random.nextInt(5))))
                .toList();
    }

    private static Entered grams(long grams) {
        return new Entered(BigDecimal.valueOf(grams), "GRAM");
    }

    /** quantity − Σ(dispatched − short − returned to the origin), cancelled shipments not counted. */
    private long leftByWords(LotId lot) {
        var taken = new HashMap<ShipmentId, Long>();
        for (var word : words) {
            switch (word) {
                case ShipmentLogged e ->
                    e.lines().stream()
                            .filter(line -> line.lot().equals(lot))
                            .forEach(line ->
                                    taken.put(e.shipment(), line.quantity().amount()));
                case ShipmentCancelled e -> taken.remove(e.shipment());
                case ReceiptConfirmed e ->
                    e.lines().stream()
                            .filter(line -> line.lot().equals(lot))
                            .forEach(line ->
                                    taken.merge(e.shipment(), -line.tally().shortage(), Long::sum));
                case ReceiptCorrected e ->
                    e.lines().stream()
                            .filter(line -> line.lot().equals(lot))
                            .forEach(line -> taken.merge(
                                    e.shipment(),
                                    line.before().shortage() - line.after().shortage(),
                                    Long::sum));
                case ReturnReceived e ->
                    e.lines().stream()
                            .filter(line -> line.lot().equals(lot))
                            .forEach(line ->
                                    taken.merge(e.shipment(), -line.quantity().amount(), Long::sum));
                default -> {}
            }
        }
        return COMMISSIONED - taken.values().stream().mapToLong(Long::longValue).sum();
    }
}
