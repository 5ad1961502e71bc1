package linxi.allinone.crash;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the books say of one group of sales; quantities by base unit. */
final class Sale {
    final TreeMap<String, Long> figures = new TreeMap<>();
    final TreeSet<String> shipments = new TreeSet<>();

    void add(String figure, String unit, long amount) {
        figures.merge(figure + " " + unit, amount, Long::sum);
    }

    void gross(long fen) {
        figures.merge("gross", fen, Long::sum);
    }

    /** Without zeros, which may be told or left out. */
    Map<String, Long> told() {
        var told = new TreeMap<>(figures);
        told.put("shipments", (long) shipments.size());
        told.values().removeIf(amount -> amount == 0);
        return told;
    }
}
