package linxi.command.attribution;

import java.util.List;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementEvent.Pool;

/** A pool and its lines, which add up to it in fen and, as entitlements, in micro-fen. */
public record PaidPool(Pool pool, List<IncomeLine> lines) {
    public PaidPool {
        lines = List.copyOf(lines);
    }
}
