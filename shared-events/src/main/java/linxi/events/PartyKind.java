package linxi.events;

/** What an organisation is. */
public enum PartyKind {
    COOPERATIVE,
    COMPANY,
    MARKET,
    CARRIER,
    VILLAGE
}
