package linxi.command.shipment;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import linxi.command.Refused;
import linxi.events.LotId;

/** The form of the lines in a command: some, not too many, each lot once. */
final class Lines {
    static final int MOST = 500;

    private Lines() {}

    static <L> void needForm(List<L> lines, Function<L, LotId> lot) {
        if (lines.isEmpty()) {
            throw new Refused(ShipmentRule.NO_LINES, "lines", "[]");
        }
        needEachOnce(lines, lot);
    }

    static <L> void needEachOnce(List<L> lines, Function<L, LotId> lot) {
        if (lines.size() > MOST) {
            throw new Refused(ShipmentRule.TOO_LARGE, "lines", lines.size());
        }
        var seen = new HashSet<LotId>();
        for (int i = 0; i < lines.size(); i++) {
            var id = lot.apply(lines.get(i));
            if (!seen.add(id)) {
                throw new Refused(ShipmentRule.LOT_TWICE, field(i, "lot"), id);
            }
        }
    }

    static String field(int line, String name) {
        return "lines[" + line + "]." + name;
    }
}
