package linxi.query.screen.agreement;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import linxi.events.IncomePath;

/** A path's share as people read it, such as 12.5 %. */
record Percent(IncomePath path, String text) {
    static List<Percent> of(SortedMap<IncomePath, Integer> basisPoints) {
        return basisPoints.entrySet().stream()
                .map(it -> new Percent(it.getKey(), text(it.getValue())))
                .toList();
    }

    private static String text(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "\u00a0%";
    }
}
