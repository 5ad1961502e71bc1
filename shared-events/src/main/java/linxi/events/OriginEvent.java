package linxi.events;

/** An event of one cooperative or company: the origin of the produce it is about. */
public sealed interface OriginEvent extends Event
        permits AgreementEvent, CarryEvent, CoverEvent, LotEvent, SettlementEvent, ShipmentEvent {
    PartyId origin();

    @Override
    default String key() {
        return origin().value();
    }
}
