package linxi.query.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import linxi.events.Channel;
import linxi.events.PartyId;
import linxi.events.ProductId;
import org.jspecify.annotations.Nullable;

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

    SalesDocument counting(LocalDate day, PartyId market, Channel channel, List<ProductId> basket) {
        var all = new ArrayList<SalesCount>(counts.size() + 1);
        @Nullable SalesCount found = null;
        for (var count : counts) {
            if (count.day().equals(day)
                    && count.market().equals(market)
                    && count.channel() == channel
                    && count.basket().equals(basket)) {
                found = count;
            } else {
                all.add(count);
            }
        }
        all.add(new SalesCount(day, market, channel, basket, found == null ? 1 : found.shipments() + 1));
        return new SalesDocument(origin, month, cells, all);
    }
}
