package linxi.command.axon;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import linxi.command.household.Household;
import linxi.command.lot.Lot;
import linxi.command.party.Party;
import linxi.command.product.Product;
import linxi.command.shipment.Shipment;
import linxi.events.HouseholdEvent;
import linxi.events.LotEvent;
import linxi.events.PartyEvent;
import linxi.events.ProductEvent;
import linxi.events.ShipmentEvent;
import linxi.events.StreamId;

/** Every type of stream that commands read. */
final class StreamTypes {
    private static final Map<String, StreamType> ALL = List.of(
                    StreamType.of("party", Party.class, Party.unknown(), PartyEvent.class, Party::after),
                    StreamType.of("product", Product.class, Product.unknown(), ProductEvent.class, Product::after),
                    StreamType.of(
                            "household", Household.class, Household.unknown(), HouseholdEvent.class, Household::after),
                    StreamType.of("lot", Lot.class, Lot.unknown(), LotEvent.class, Lot::after)
                            .weighing(Lot.class, Lot::size),
                    StreamType.of("shipment", Shipment.class, Shipment.unknown(), ShipmentEvent.class, Shipment::after)
                            .weighing(Shipment.class, Shipment::size))
            .stream()
            .collect(Collectors.toUnmodifiableMap(StreamType::name, Function.identity()));

    private StreamTypes() {}

    static StreamType of(StreamId stream) {
        var type = ALL.get(stream.type());
        if (type == null) {
            throw new IllegalArgumentException("no command reads streams like " + stream);
        }
        return type;
    }
}
