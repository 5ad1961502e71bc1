package linxi.query.attributed;

import java.time.LocalDate;
import java.util.List;
import linxi.events.IncomePath;
import linxi.events.Money;
import linxi.events.SettlementId;
import linxi.query.Named;

/**
 * What one settlement adds to a figure on one day.
 *
 * @param income its part of the figure; negative where it took back
 * @param paths through which it went
 */
public record AttributedAnswer(
        SettlementId settlement,
        Named origin,
        LocalDate day,
        Money income,
        Money unattributed,
        List<IncomePath> paths) {}
