package linxi.query.settlement;

/** Where a settlement stands (domain rules, "Settlement"). */
public enum SettlementState {
    OPEN,
    AGREED,
    PAID,
    REVERSED
}
