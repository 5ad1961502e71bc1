package linxi.query.sales;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import linxi.events.Channel;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.query.Days;
import linxi.query.GroupKey;
import linxi.query.names.Names;
import org.jspecify.annotations.Nullable;

/** Regroups monthly sales. A shipment counts once in every group that any of its products belongs to. */
final class SalesReport {
    private final List<SalesDimension> dimensions;
    private final Days days;
    private final Names names;
    private final Map<GroupKey, SalesGroup.Sum> groups = new TreeMap<>();
    private final SalesGroup.Sum total = new SalesGroup.Sum();

    SalesReport(List<SalesDimension> dimensions, Days days, Names names) {
        this.dimensions = dimensions;
        this.days = days;
        this.names = names;
    }

    void add(SalesDocument month) {
        for (var cell : month.cells()) {
            if (days.contains(cell.day())) {
                total.add(cell);
                if (!dimensions.isEmpty()) {
                    group(key(month.origin(), cell.day(), cell.market(), cell.channel(), cell.product()))
                            .add(cell);
                }
            }
        }
        for (var count : month.counts()) {
            if (days.contains(count.day())) {
                count(month.origin(), count);
            }
        }
    }

    private void count(PartyId origin, SalesCount count) {
        total.count(count.shipments());
        if (dimensions.isEmpty()) {
            return;
        }
        var keys = new HashSet<GroupKey>();
        for (var product : count.basket()) {
            keys.add(key(origin, count.day(), count.market(), count.channel(), product));
        }
        keys.forEach(key -> group(key).count(count.shipments()));
    }

    private SalesGroup.Sum group(GroupKey key) {
        return groups.computeIfAbsent(key, _ -> new SalesGroup.Sum());
    }

    private GroupKey key(PartyId origin, LocalDate day, PartyId market, Channel channel, ProductId product) {
        var parts = new ArrayList<GroupKey.Part>(dimensions.size());
        for (var dimension : dimensions) {
            parts.add(new GroupKey.Part(
                    switch (dimension) {
                        case PRODUCT -> product.value();
                        case BRAND -> names.brand(product);
                        case MARKET -> market.value();
                        case REGION -> names.region(market);
                        case CHANNEL -> channel.name();
                        case ORIGIN -> origin.value();
                        case MONTH -> YearMonth.from(day).toString();
                        case DAY -> day.toString();
                    }));
        }
        return new GroupKey(parts);
    }

    SalesAnswer answer() {
        var answers = new ArrayList<SalesAnswer.Group>();
        groups.forEach((key, sum) -> answers.add(new SalesAnswer.Group(shown(key), sum.group())));
        return new SalesAnswer(answers, total.group());
    }

    private Map<String, @Nullable Object> shown(GroupKey key) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < dimensions.size(); i++) {
            var dimension = dimensions.get(i);
            var value = key.at(i);
            shown.put(
                    dimension.name().toLowerCase(java.util.Locale.ROOT),
                    switch (dimension) {
                        case PRODUCT -> value == null ? null : names.product(new ProductId(value));
                        case MARKET, ORIGIN -> value == null ? null : names.party(new PartyId(value));
                        case BRAND, REGION, CHANNEL, MONTH, DAY -> value;
                    });
        }
        return shown;
    }
}
