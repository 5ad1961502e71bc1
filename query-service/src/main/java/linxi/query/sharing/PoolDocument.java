package linxi.query.sharing;

import java.util.ArrayList;
import java.util.List;
import linxi.events.SettlementEvent.IncomeLine;

/**
 * The lines of one pool, all households together.
 *
 * @param parts in the order of the log
 * @param whole false where there were more lines than a document may hold
 */
public record PoolDocument(List<Part> parts, boolean whole) {
    /** Five pools of the largest size; only settlements that return goods again and again in one instant have more. */
    static final int MOST = 100_000;

    static final PoolDocument NONE = new PoolDocument(List.of(), true);

    /** @param position of the event that holds them */
    public record Part(long position, List<IncomeLine> lines) {}

    PoolDocument with(long position, List<IncomeLine> lines) {
        int size = lines.size();
        for (var part : parts) {
            size += part.lines().size();
        }
        if (size > MOST) {
            return new PoolDocument(parts, false);
        }
        var all = new ArrayList<>(parts);
        all.add(new Part(position, lines));
        return new PoolDocument(List.copyOf(all), whole);
    }
}
