package linxi.query.income;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import linxi.events.AgreementId;
import linxi.events.IncomePath;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.SettlementId;
import linxi.events.ShipmentId;
import linxi.query.Amount;
import linxi.query.Named;
import linxi.query.household.Households;
import org.jspecify.annotations.Nullable;

/** What one household earned, down to the crates it came from. */
public record EarningsAnswer(
        Households.Answer household,
        Money total,
        SortedMap<IncomePath, Money> byPath,
        SortedMap<String, Money> byMonth,
        SortedMap<String, Money> byProduct,
        List<Line> lines) {
    /**
     * @param fen what was paid; negative when taken back
     * @param entitlement the exact share in micro-fen
     * @param lots of ORDER_PURCHASE: what it came from
     */
    public record Line(
            SettlementId settlement,
            AgreementId agreement,
            int version,
            Named product,
            IncomePath path,
            Instant at,
            long fen,
            long entitlement,
            @Nullable List<Crate> lots) {}

    /** @param contribution what the household brought into the lot */
    public record Crate(LotId lot, ShipmentId shipment, Amount contribution) {}
}
