package linxi.query.income;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.query.GroupKey;
import linxi.query.household.HouseholdDocument;
import linxi.query.names.Names;
import org.jspecify.annotations.Nullable;

/** Regroups income. Households are counted once per group, and only where their sum there is above 0. */
final class IncomeReport {
    /** Of a household that no spell covers on a day: never counted as poor. */
    static final String UNKNOWN = "UNKNOWN";

    private final List<IncomeDimension> dimensions;
    private final Map<String, HouseholdDocument> households;
    private final Names names;
    private final Map<GroupKey, Map<HouseholdKey, Long>> groups = new TreeMap<>();
    private final Map<HouseholdKey, Long> total = new HashMap<>();

    IncomeReport(List<IncomeDimension> dimensions, Map<String, HouseholdDocument> households, Names names) {
        this.dimensions = dimensions;
        this.households = households;
        this.names = names;
    }

    void add(IncomeDocument document) {
        var it = new Earned(document.origin(), document.day(), document.path(), document.product());
        add(it, document.households());
    }

    /** A whole month, for dimensions that are {@linkplain IncomeDimension#isMonthly monthly}. */
    void add(IncomeMonthDocument document) {
        var first = YearMonth.parse(document.month()).atDay(1);
        add(new Earned(document.origin(), first, null, document.product()), document.households());
    }

    /**
     * What some households earned by.
     *
     * @param day the first of the month, and the path null, in a roll-up that does not know them
     */
    private record Earned(
            PartyId origin, LocalDate day, @Nullable IncomePath path, ProductId product) {}

    private void add(Earned earned, Map<HouseholdKey, Long> households) {
        boolean byHousehold =
                dimensions.contains(IncomeDimension.VILLAGE) || dimensions.contains(IncomeDimension.STATUS);
        Map<HouseholdKey, Long> same = null;
        for (var entry : households.entrySet()) {
            total.merge(entry.getKey(), entry.getValue(), Math::addExact);
            if (!dimensions.isEmpty()) {
                if (same == null || byHousehold) {
                    same = groups.computeIfAbsent(key(earned, entry.getKey()), _ -> new HashMap<>());
                }
                same.merge(entry.getKey(), entry.getValue(), Math::addExact);
            }
        }
    }

    private GroupKey key(Earned earned, HouseholdKey household) {
        var parts = new ArrayList<GroupKey.Part>(dimensions.size());
        for (var dimension : dimensions) {
            parts.add(new GroupKey.Part(
                    switch (dimension) {
                        case PATH ->
                            requireNonNull(earned.path(), "a roll-up without paths")
                                    .name();
                        case ORIGIN -> earned.origin().value();
                        case PRODUCT -> earned.product().value();
                        case VILLAGE -> village(household);
                        case STATUS -> status(earned.day(), household);
                        case MONTH -> YearMonth.from(earned.day()).toString();
                    }));
        }
        return new GroupKey(parts);
    }

    private @Nullable String village(HouseholdKey household) {
        var known = households.get(household.value());
        return known == null ? null : known.village().value();
    }

    private String status(LocalDate day, HouseholdKey household) {
        var known = households.get(household.value());
        var status = known == null ? null : known.statusOn(day);
        return status == null ? UNKNOWN : status.name();
    }

    IncomeAnswer answer(Money unattributed, long drift) {
        var answers = new ArrayList<IncomeAnswer.Group>();
        groups.forEach((key, sums) -> answers.add(new IncomeAnswer.Group(shown(key), sum(sums))));
        return new IncomeAnswer(answers, sum(total), unattributed, drift);
    }

    /** By household, in the groups selected, of dimensions in the order village, status. */
    Map<HouseholdKey, Long> sums(Income.Selection selection) {
        var sums = new HashMap<HouseholdKey, Long>();
        if (dimensions.isEmpty()) {
            sums.putAll(total);
        }
        groups.forEach((key, households) -> {
            if (isSelected(key, selection)) {
                households.forEach((household, fen) -> sums.merge(household, fen, Math::addExact));
            }
        });
        return sums;
    }

    private boolean isSelected(GroupKey key, Income.Selection selection) {
        boolean selected = true;
        for (int i = 0; i < dimensions.size(); i++) {
            var wanted = dimensions.get(i) == IncomeDimension.VILLAGE
                    ? requireNonNull(selection.village()).value()
                    : requireNonNull(selection.status()).name();
            selected &= Objects.equals(wanted, key.at(i));
        }
        return selected;
    }

    private static IncomeAnswer.Sum sum(Map<HouseholdKey, Long> sums) {
        long fen = 0;
        long above = 0;
        for (long one : sums.values()) {
            fen = Math.addExact(fen, one);
            above += one > 0 ? 1 : 0;
        }
        return new IncomeAnswer.Sum(Money.ofFen(fen), above);
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
                        case ORIGIN, VILLAGE -> value == null ? null : names.party(new PartyId(value));
                        case PATH, STATUS, MONTH -> value;
                    });
        }
        return shown;
    }
}
