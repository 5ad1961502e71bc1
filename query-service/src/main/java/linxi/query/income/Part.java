package linxi.query.income;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import linxi.events.AgreementId;
import linxi.events.BusinessDay;
import linxi.events.Event;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.SettlementEvent.IncomeAttributed;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementEvent.IncomeReversed;
import linxi.events.SettlementId;
import org.jspecify.annotations.Nullable;

/** Income given or taken back, read alike: both are lines of one pool that add up. */
public record Part(
        SettlementId settlement,
        PartyId origin,
        AgreementId agreement,
        int version,
        ProductId product,
        IncomePath path,
        List<IncomeLine> lines,
        Instant at) {
    /** @return null for any other event */
    public static @Nullable Part of(Event event) {
        return switch (event) {
            case IncomeAttributed e ->
                new Part(
                        e.settlement(),
                        e.origin(),
                        e.agreement(),
                        e.version(),
                        e.product(),
                        e.path(),
                        e.lines(),
                        e.at());
            case IncomeReversed e ->
                new Part(
                        e.settlement(),
                        e.origin(),
                        e.agreement(),
                        e.version(),
                        e.product(),
                        e.path(),
                        e.lines(),
                        e.at());
            default -> null;
        };
    }

    public LocalDate day() {
        return BusinessDay.of(at);
    }

    String month() {
        return YearMonth.from(day()).toString();
    }
}
