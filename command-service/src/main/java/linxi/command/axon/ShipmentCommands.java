package linxi.command.axon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import linxi.command.lot.Lot;
import linxi.command.register.Registers;
import linxi.command.shipment.AgreeDiscrepancy;
import linxi.command.shipment.CancelShipment;
import linxi.command.shipment.ConfirmReceipt;
import linxi.command.shipment.CorrectReceipt;
import linxi.command.shipment.DispatchShipment;
import linxi.command.shipment.DisputeDiscrepancy;
import linxi.command.shipment.LogShipment;
import linxi.command.shipment.ReceiveReturn;
import linxi.command.shipment.RecordArrival;
import linxi.command.shipment.RejectShipment;
import linxi.command.shipment.ReportLoss;
import linxi.command.shipment.Shipment;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.ShipmentId;
import linxi.events.StreamId;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Everything that happens to a shipment, together with the lots it takes from and gives back to. */
@Component
class ShipmentCommands {
    private final Streams streams;
    private final Named named;

    ShipmentCommands(Streams streams, Named named) {
        this.streams = streams;
        this.named = named;
    }

    @CommandHandler
    void on(LogShipment command) {
        var asked = command.lines().stream().map(LogShipment.Asked::lot).toList();
        var tx = streams.create(StreamId.of(command.shipment()), streams(asked));
        var lots = lots(tx, asked);
        var products = new HashSet<ProductId>();
        lots.values().forEach(lot -> {
            if (lot instanceof Lot.Commissioned known) {
                products.add(known.product());
            }
        });
        var registers = named.in(Set.of(command.origin(), command.market()), products);
        tx.record(command.decide(shipment(tx, command.shipment()), lots, registers));
    }

    @CommandHandler
    void on(DispatchShipment command) {
        var loaded = look(command.shipment()).lots();
        var tx = read(command.shipment(), loaded);
        var registers = named.in(List.of(command.by()), List.of());
        tx.record(command.decide(shipment(tx, command.shipment()), lots(tx, loaded), registers));
    }

    @CommandHandler
    void on(RecordArrival command) {
        var tx = read(command.shipment(), List.of());
        tx.record(command.decide(shipment(tx, command.shipment()), named.in(List.of(command.by()), List.of())));
    }

    @CommandHandler
    void on(ConfirmReceipt command) {
        var look = look(command.shipment());
        var tx = read(command.shipment(), look.lots());
        tx.record(command.decide(shipment(tx, command.shipment()), registers(command.by(), look)));
    }

    @CommandHandler
    void on(CorrectReceipt command) {
        var look = look(command.shipment());
        var tx = read(command.shipment(), look.lots());
        var registers = registers(command.by(), look);
        tx.record(command.decide(shipment(tx, command.shipment()), lots(tx, look.lots()), registers));
    }

    @CommandHandler
    void on(ReceiveReturn command) {
        var look = look(command.shipment());
        var tx = read(command.shipment(), look.lots());
        tx.record(command.decide(shipment(tx, command.shipment()), registers(command.by(), look)));
    }

    @CommandHandler
    void on(CancelShipment command) {
        var tx = read(command.shipment(), look(command.shipment()).lots());
        tx.record(command.decide(shipment(tx, command.shipment())));
    }

    @CommandHandler
    void on(ReportLoss command) {
        var tx = read(command.shipment(), List.of());
        tx.record(command.decide(shipment(tx, command.shipment())));
    }

    @CommandHandler
    void on(RejectShipment command) {
        var tx = read(command.shipment(), List.of());
        tx.record(command.decide(shipment(tx, command.shipment())));
    }

    @CommandHandler
    void on(AgreeDiscrepancy command) {
        var tx = read(command.shipment(), List.of());
        tx.record(command.decide(shipment(tx, command.shipment())));
    }

    @CommandHandler
    void on(DisputeDiscrepancy command) {
        var tx = read(command.shipment(), List.of());
        tx.record(command.decide(shipment(tx, command.shipment())));
    }

    /** What stays the same from logging on, and so may be looked at before anything is locked. */
    private record Look(List<LotId> lots, Set<ProductId> products) {}

    private Look look(ShipmentId id) {
        var stream = StreamId.of(id);
        return switch (streams.peek(stream).state(stream, Shipment.class)) {
            case Shipment.Unknown _ -> new Look(List.of(), Set.of());
            case Shipment.Known known -> {
                var lines = known.consignment().lines();
                var products = new HashSet<ProductId>();
                lines.values().forEach(line -> products.add(line.product()));
                yield new Look(List.copyOf(lines.keySet()), products);
            }
        };
    }

    private Registers registers(PartyId by, Look look) {
        return named.in(List.of(by), look.products());
    }

    private Transaction read(ShipmentId shipment, Collection<LotId> lots) {
        var all = streams(lots);
        all.add(StreamId.of(shipment));
        return streams.read(all);
    }

    private static List<StreamId> streams(Collection<LotId> lots) {
        var all = new ArrayList<StreamId>();
        lots.forEach(lot -> all.add(StreamId.of(lot)));
        return all;
    }

    private static Shipment shipment(Transaction tx, ShipmentId id) {
        return tx.state(StreamId.of(id), Shipment.class);
    }

    private static Map<LotId, Lot> lots(Transaction tx, Collection<LotId> ids) {
        var lots = new HashMap<LotId, Lot>();
        ids.forEach(id -> lots.put(id, tx.state(StreamId.of(id), Lot.class)));
        return lots;
    }
}
