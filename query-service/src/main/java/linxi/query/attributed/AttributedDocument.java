package linxi.query.attributed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.SettlementId;

/**
 * What one settlement adds to the income of one day; negative where more came back on it than was given.
 *
 * @param unattributed fen that reached nobody
 * @param at of the first event of that day; with {@code position} the order of lists
 */
public record AttributedDocument(
        SettlementId settlement,
        PartyId origin,
        LocalDate day,
        List<Line> lines,
        long unattributed,
        Instant at,
        long position) {
    /** Fen through one path from one product; each pair stands once. */
    public record Line(IncomePath path, ProductId product, long fen) {}

    AttributedDocument toNobody(long fen) {
        return new AttributedDocument(settlement, origin, day, lines, Math.addExact(unattributed, fen), at, position);
    }

    AttributedDocument with(Line added) {
        var all = new ArrayList<Line>();
        var sum = added;
        for (var line : lines) {
            if (line.path() == added.path() && line.product().equals(added.product())) {
                sum = new Line(line.path(), line.product(), Math.addExact(line.fen(), added.fen()));
            } else {
                all.add(line);
            }
        }
        all.add(sum);
        return new AttributedDocument(settlement, origin, day, all, unattributed, at, position);
    }
}
