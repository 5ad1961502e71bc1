package linxi.command.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keys in pages small enough for one query. */
final class Pages {
    private static final int SIZE = 1_000;

    private Pages() {}

    static List<List<String>> of(Collection<String> keys) {
        var all = List.copyOf(keys);
        var pages = new ArrayList<List<String>>();
        for (int from = 0; from < all.size(); from += SIZE) {
            pages.add(all.subList(from, Math.min(all.size(), from + SIZE)));
        }
        return pages;
    }
}
