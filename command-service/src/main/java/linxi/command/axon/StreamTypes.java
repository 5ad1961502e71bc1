package linxi.command.axon;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import linxi.command.agreement.Agreement;
import linxi.command.agreement.Cover;
import linxi.command.attribution.Carry;
import linxi.command.household.Household;
import linxi.command.lot.Lot;
import linxi.command.party.Party;
import linxi.command.product.Product;
import linxi.command.settlement.Settlement;
import linxi.command.shipment.Shipment;
import linxi.events.AgreementEvent;
import linxi.events.CarryEvent;
import linxi.events.CoverEvent;
import linxi.events.HouseholdEvent;
import linxi.events.LotEvent;
import linxi.events.PartyEvent;
import linxi.events.ProductEvent;
import linxi.events.SettlementEvent;
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
                            .weighing(Shipment.class, Shipment::size),
                    StreamType.of("cover", Cover.class, Cover.none(), CoverEvent.class, Cover::after),
                    StreamType.of(
                                    "agreement",
                                    Agreement.class,
                                    Agreement.unknown(),
                                    AgreementEvent.class,
                                    Agreement::after)
                            .weighing(Agreement.class, Agreement::size),
                    StreamType.of("carry", Carry.class, Carry.none(), CarryEvent.class, Carry::after)
                            .weighing(Carry.class, carry -> carry.households().size()),
                    StreamType.of(
                                    "settlement",
                                    Settlement.class,
                                    Settlement.unknown(),
                                    SettlementEvent.class,
                                    Settlement::after)
                            .weighing(Settlement.class, Settlement::size))
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
