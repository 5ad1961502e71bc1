package linxi.query.sales;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import linxi.events.BaseUnit;
import linxi.events.Channel;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.query.Days;
import linxi.query.GroupKey;
import linxi.query.names.Names;
import org.jspecify.annotations.Nullable;

/** Regroups sales. A shipment counts once in every group that any of its products belongs to. */
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
                add(Place.of(month.origin(), cell), cell.unit(), cell.sums());
            }
        }
        for (var count : month.counts()) {
            if (days.contains(count.day())) {
                count(
                        count.basket(),
                        count.shipments(),
                        product -> new Place(month.origin(), count.day(), count.market(), count.channel(), product));
            }
        }
    }

    /** A whole month, for dimensions that are {@linkplain SalesDimension#isMonthly monthly}. */
    void add(SalesMonthDocument month) {
        var first = YearMonth.parse(month.month()).atDay(1);
        Function<ProductId, Place> place = product -> new Place(month.origin(), first, null, null, product);
        month.products().forEach(it -> add(place.apply(it.product()), it.unit(), it.sums()));
        month.baskets().forEach(it -> count(it.products(), it.shipments(), place));
    }

    private void add(Place place, BaseUnit unit, SalesSums sums) {
        total.add(unit, sums);
        if (!dimensions.isEmpty()) {
            group(key(place)).add(unit, sums);
        }
    }

    private void count(List<ProductId> basket, long shipments, Function<ProductId, Place> place) {
        total.count(shipments);
        if (dimensions.isEmpty()) {
            return;
        }
        var keys = new HashSet<GroupKey>();
        for (var product : basket) {
            keys.add(key(place.apply(product)));
        }
        keys.forEach(key -> group(key).count(shipments));
    }

    private SalesGroup.Sum group(GroupKey key) {
        return groups.computeIfAbsent(key, _ -> new SalesGroup.Sum());
    }

    /**
     * Where something was sold.
     *
     * @param day the first of the month, and market and channel null, in a roll-up that does not know them
     */
    private record Place(
            PartyId origin,
            LocalDate day,
            @Nullable PartyId market,
            @Nullable Channel channel,
            ProductId product) {
        static Place of(PartyId origin, SalesCell cell) {
            return new Place(origin, cell.day(), cell.market(), cell.channel(), cell.product());
        }

        PartyId knownMarket() {
            return Objects.requireNonNull(market, "a roll-up without markets");
        }
    }

    private GroupKey key(Place place) {
        var parts = new ArrayList<GroupKey.Part>(dimensions.size());
        for (var dimension : dimensions) {
            parts.add(new GroupKey.Part(
                    switch (dimension) {
                        case PRODUCT -> place.product().value();
                        case BRAND -> names.brand(place.product());
                        case MARKET -> place.knownMarket().value();
                        case REGION -> names.region(place.knownMarket());
                        case CHANNEL ->
                            Objects.requireNonNull(place.channel(), "a roll-up without channels")
                                    .name();
                        case ORIGIN -> place.origin().value();
                        case MONTH -> YearMonth.from(place.day()).toString();
                        case DAY -> place.day().toString();
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
