package linxi.query.sales;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import linxi.events.PartyId;

/**
 * The sales of one origin in one month.
 *
 * @param month such as 2020-05
 * @param cells sorted, each place once
 */
public record SalesDocument(PartyId origin, String month, List<SalesCell> cells, List<SalesCount> counts) {
    static SalesDocument empty(PartyId origin, String month) {
        return new SalesDocument(origin, month, List.of(), List.of());
    }

    SalesDocument plus(SalesCell added) {
        var all = new ArrayList<>(cells);
        int place = Collections.binarySearch(all, added, SalesCell.BY_PLACE);
        if (place >= 0) {
            all.set(place, all.get(place).plus(added.sums()));
        } else {
            all.add(-place - 1, added);
        }
        return new SalesDocument(origin, month, all, counts);
    }

    SalesDocument counting(SalesCount added) {
        var all = new ArrayList<SalesCount>(counts.size() + 1);
        var sum = added;
        for (var count : counts) {
            if (count.isOfSame(added)) {
                sum = count.plus(added.shipments());
            } else {
                all.add(count);
            }
        }
        all.add(sum);
        return new SalesDocument(origin, month, cells, all);
    }
}
