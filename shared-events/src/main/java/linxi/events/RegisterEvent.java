package linxi.events;

/** An event of the registers (parties, products, households), which belong to no origin. */
public sealed interface RegisterEvent extends Event permits HouseholdEvent, PartyEvent, ProductEvent {
    /** The key of all register events; no party may have this id. */
    String KEY = "register";

    @Override
    default String key() {
        return KEY;
    }
}
