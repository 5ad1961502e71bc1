package linxi.query.sales;

import linxi.events.Money;

/** What was sold to Beijing, of sales by region. */
public final class Beijing {
    /** ISO 3166-2. */
    public static final String REGION = "CN-BJ";

    private Beijing() {}

    public static Money gross(SalesAnswer byRegion) {
        return Money.ofFen(byRegion.groups().stream()
                .filter(group -> REGION.equals(group.key().get("region")))
                .mapToLong(group -> group.sums().gross().fen())
                .sum());
    }
}
