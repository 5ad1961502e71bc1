package linxi.events;

/** How net income reaches households (增收途径). Declared in ASCII order, the order in which pools are shared. */
public enum IncomePath {
    ASSET_RENT,
    DIVIDEND,
    LAND_TRANSFER,
    ORDER_PURCHASE,
    TRADE_HAULAGE,
    WAGE
}
