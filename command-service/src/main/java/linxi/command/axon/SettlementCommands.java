package linxi.command.axon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import linxi.command.attribution.Carry;
import linxi.command.party.Party;
import linxi.command.register.Registers;
import linxi.command.settlement.Decisions;
import linxi.command.settlement.ReceivedShipment;
import linxi.command.settlement.Settlement;
import linxi.command.settlement.SettlementCommand.AgreeSettlement;
import linxi.command.settlement.SettlementCommand.OpenSettlement;
import linxi.command.settlement.SettlementCommand.PaySettlement;
import linxi.command.settlement.SettlementCommand.ReturnGoods;
import linxi.command.settlement.SettlementCommand.ReverseSettlement;
import linxi.command.shipment.Shipment;
import linxi.command.store.StreamConflict;
import linxi.events.Name;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.SettlementEvent.SettlementOpened;
import linxi.events.SettlementId;
import linxi.events.ShipmentId;
import linxi.events.StreamId;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens settlements, shares them among households, and takes them back, each in one commit. */
@Component
public class SettlementCommands {
    private final Streams streams;
    private final Named named;
    private final Grounds grounds;

    SettlementCommands(Streams streams, Named named, Grounds grounds) {
        this.streams = streams;
        this.named = named;
        this.grounds = grounds;
    }

    @CommandHandler
    void on(OpenSettlement command) {
        var registers = registers(command);
        var tx = streams.create(StreamId.of(command.settlement()), streams(command.shipments()));
        tx.record(Decisions.open(
                command,
                settlement(tx, command.settlement()),
                shipments(command.shipments(), stream -> tx.state(stream, Shipment.class)),
                registers));
    }

    /** What opening and agreeing would come to now; records nothing. */
    public PreviewedSettlement preview(OpenSettlement command) {
        var found = streams.peek(streams(command.shipments()));
        var shipments = shipments(command.shipments(), stream -> found.state(stream, Shipment.class));
        var opened = Decisions.wouldOpen(command, shipments, registers(command));
        var preview = Decisions.preview(
                opened, grounds.of(opened.origin(), opened.lines()).with(this::carry));
        return new PreviewedSettlement(preview, name(opened.origin()), name(opened.market()));
    }

    private @Nullable Name name(PartyId party) {
        var stream = StreamId.of(party);
        return streams.peek(stream).state(stream, Party.class).name();
    }

    @CommandHandler
    void on(AgreeSettlement command) {
        var seen = peek(command.settlement());
        var found = seen.asOpened()
                .map(opened -> grounds.of(opened.origin(), opened.lines()))
                .orElseGet(Grounds.Found::none);
        var tx = read(command.settlement(), found.streams(), List.of());
        var settlement = unchanged(seen, settlement(tx, command.settlement()), command.settlement());
        tx.record(Decisions.agree(command, settlement, found.with(stream -> tx.state(stream, Carry.class))));
    }

    @CommandHandler
    void on(PaySettlement command) {
        var tx = streams.read(StreamId.of(command.settlement()));
        tx.record(Decisions.pay(command, settlement(tx, command.settlement())));
    }

    @CommandHandler
    void on(ReturnGoods command) {
        var seen = peek(command.settlement());
        var found = shared(seen);
        var registers = named.in(List.of(), products(seen));
        var tx = read(command.settlement(), found.streams(), List.of());
        var settlement = unchanged(seen, settlement(tx, command.settlement()), command.settlement());
        var evidence = found.with(stream -> tx.state(stream, Carry.class));
        tx.record(Decisions.takeBack(command, settlement, evidence, registers));
    }

    @CommandHandler
    void on(ReverseSettlement command) {
        var seen = peek(command.settlement());
        var found = shared(seen);
        var ids = seen.asOpened().map(SettlementOpened::shipments).orElse(List.of());
        var tx = read(command.settlement(), found.streams(), ids);
        var settlement = unchanged(seen, settlement(tx, command.settlement()), command.settlement());
        var shipments = shipments(ids, stream -> tx.state(stream, Shipment.class));
        var evidence = found.with(stream -> tx.state(stream, Carry.class));
        tx.record(Decisions.reverse(command, settlement, shipments, evidence));
    }

    /** What was looked up before the locks fits only the state that it was looked up for. */
    private static Settlement unchanged(Settlement seen, Settlement now, SettlementId id) {
        if (!seen.asOpened().equals(now.asOpened()) || !seen.groups().equals(now.groups())) {
            throw new StreamConflict(id + " moved on while it was looked at");
        }
        return now;
    }

    private Grounds.Found shared(Settlement settlement) {
        var lines = settlement.asOpened().map(SettlementOpened::lines).orElse(List.of());
        return settlement.groups().isEmpty() ? Grounds.Found.none() : grounds.of(settlement.groups(), lines);
    }

    private static Set<ProductId> products(Settlement settlement) {
        var products = new HashSet<ProductId>();
        settlement.asOpened().ifPresent(opened -> opened.lines().forEach(line -> products.add(line.product())));
        return products;
    }

    private Registers registers(OpenSettlement command) {
        return named.in(List.of(command.origin(), command.market()), List.of());
    }

    private Settlement peek(SettlementId id) {
        var stream = StreamId.of(id);
        return streams.peek(stream).state(stream, Settlement.class);
    }

    private Carry carry(StreamId stream) {
        return streams.peek(stream).state(stream, Carry.class);
    }

    private Transaction read(SettlementId settlement, Collection<StreamId> carries, Collection<ShipmentId> shipments) {
        var all = new ArrayList<>(streams(shipments));
        all.add(StreamId.of(settlement));
        all.addAll(carries);
        return streams.read(all);
    }

    private static List<StreamId> streams(Collection<ShipmentId> shipments) {
        return shipments.stream().map(StreamId::of).toList();
    }

    private static Settlement settlement(Transaction tx, SettlementId id) {
        return tx.state(StreamId.of(id), Settlement.class);
    }

    private static Map<ShipmentId, ReceivedShipment> shipments(
            Collection<ShipmentId> ids, Function<StreamId, Shipment> read) {
        var shipments = new HashMap<ShipmentId, ReceivedShipment>();
        for (var id : ids) {
            if (read.apply(StreamId.of(id)) instanceof Shipment.Known known) {
                shipments.put(id, ReceivedShipment.of(known));
            }
        }
        return shipments;
    }
}
