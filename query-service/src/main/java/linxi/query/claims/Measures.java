package linxi.query.claims;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import linxi.events.Channel;
import linxi.query.Amount;
import linxi.query.Days;
import linxi.query.Named;
import linxi.query.income.Income;
import linxi.query.income.IncomeDimension;
import linxi.query.lot.Lots;
import linxi.query.product.ProductDocument;
import linxi.query.product.Products;
import linxi.query.sales.Sales;
import linxi.query.sales.SalesAnswer;
import linxi.query.sales.SalesDimension;
import org.jspecify.annotations.Nullable;

/** Takes the figures that claims speak of from the same answers that everybody gets. */
final class Measures {
    private static final int DECIMALS = 3;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final Sales sales;
    private final Income income;
    private final Lots lots;
    private final Products products;

    Measures(Sales sales, Income income, Lots lots, Products products) {
        this.sales = sales;
        this.income = income;
        this.lots = lots;
        this.products = products;
    }

    /** @return in the claim's unit, to three decimals; null where nothing was recorded */
    @Nullable
    BigDecimal of(Claim claim) {
        var measure = claim.measure();
        if (measure == null) {
            return null;
        }
        return switch (measure) {
            case SOLD_AMOUNT -> inUnit(sold(claim), claim.unit());
            case SOLD_GROSS -> gross(claim);
            case AVERAGE_PRICE -> ratio(gross(claim), inUnit(sold(claim), "KILOGRAM"), BigDecimal.ONE);
            case DONATED_AMOUNT -> inUnit(donated(claim), claim.unit());
            case SOLD_SHARE -> ratio(sold(claim), output(claim).amount(), PERCENT);
            case DAILY_OUTPUT -> daily(claim);
            case DAILY_OUTPUT_SHARE -> ratio(daily(claim), claim.per(), PERCENT);
            case BRANDS -> count(products.brands());
            case CHANNELS -> count(channels(claim));
            case MARKETS -> count(markets(claim));
            case HOUSEHOLDS -> households(claim);
        };
    }

    private Lots.Output output(Claim claim) {
        var ids = new HashSet<String>();
        products.all().stream()
                .filter(it -> it.kind() == claim.product())
                .forEach(it -> ids.add(it.id().value()));
        return lots.output(ids);
    }

    private @Nullable BigDecimal daily(Claim claim) {
        var output = output(claim);
        return ratio(output.amount(), BigDecimal.valueOf(output.days()), BigDecimal.ONE);
    }

    private @Nullable BigDecimal sold(Claim claim) {
        var amounts = new ArrayList<Amount>();
        groups(claim).forEach(group -> amounts.addAll(group.sums().quantities()));
        return sum(amounts);
    }

    private @Nullable BigDecimal donated(Claim claim) {
        var amounts = new ArrayList<Amount>();
        groups(claim).forEach(group -> amounts.addAll(group.sums().donated()));
        return sum(amounts);
    }

    /** Amounts of one base unit; null where there are none or they do not add up. */
    private static @Nullable BigDecimal sum(List<Amount> amounts) {
        if (amounts.stream().map(Amount::unit).distinct().count() != 1) {
            return null;
        }
        return BigDecimal.valueOf(amounts.stream().mapToLong(Amount::amount).sum());
    }

    private @Nullable BigDecimal gross(Claim claim) {
        var groups = groups(claim);
        if (groups.isEmpty()) {
            return null;
        }
        long fen = groups.stream().mapToLong(it -> it.sums().gross().fen()).sum();
        return inUnit(BigDecimal.valueOf(fen), claim.unit());
    }

    private List<SalesAnswer.Group> groups(Claim claim) {
        var kinds = new HashSet<String>();
        products.all().stream()
                .filter(it -> claim.product() == null || it.kind() == claim.product())
                .map(ProductDocument::id)
                .forEach(id -> kinds.add(id.value()));
        return sales.answer(claim.days(), List.of(SalesDimension.PRODUCT, SalesDimension.REGION)).groups().stream()
                .filter(it -> it.key().get("product") instanceof Named product && kinds.contains(product.id()))
                .filter(it ->
                        claim.region() == null || claim.region().equals(it.key().get("region")))
                .toList();
    }

    private Set<String> channels(Claim claim) {
        var used = new HashSet<String>();
        sales.answer(claim.days(), List.of(SalesDimension.CHANNEL)).groups().stream()
                .filter(it -> it.sums().shipments() > 0)
                .map(it -> Objects.toString(it.key().get("channel")))
                .filter(it -> !it.equals(Channel.OTHER.name()))
                .forEach(used::add);
        return used;
    }

    private Set<String> markets(Claim claim) {
        var named = claim.markets() == null ? List.<String>of() : claim.markets();
        var used = new HashSet<String>();
        for (var group :
                sales.answer(claim.days(), List.of(SalesDimension.MARKET)).groups()) {
            if (group.sums().shipments() > 0
                    && group.key().get("market") instanceof Named market
                    && named.contains(market.id())) {
                used.add(market.id());
            }
        }
        return used;
    }

    private @Nullable BigDecimal households(Claim claim) {
        for (var group :
                income.answer(Days.ALL, List.of(IncomeDimension.ORIGIN)).groups()) {
            if (group.key().get("origin") instanceof Named origin && origin.id().equals(claim.origin())) {
                return BigDecimal.valueOf(group.sum().households());
            }
        }
        return null;
    }

    private static @Nullable BigDecimal count(Set<String> found) {
        return found.isEmpty() ? null : BigDecimal.valueOf(found.size());
    }

    private static @Nullable BigDecimal ratio(@Nullable BigDecimal part, @Nullable BigDecimal whole, BigDecimal times) {
        if (part == null || whole == null || whole.signum() == 0) {
            return null;
        }
        return plain(part.multiply(times).divide(whole, DECIMALS, RoundingMode.HALF_UP));
    }

    private static @Nullable BigDecimal inUnit(@Nullable BigDecimal base, String unit) {
        if (base == null) {
            return null;
        }
        long contains = switch (unit.toUpperCase(Locale.ROOT)) {
            case "KILOGRAM" -> 1_000;
            case "TONNE", "WAN_YUAN" -> 1_000_000;
            default -> 1;
        };
        return ratio(base, BigDecimal.valueOf(contains), BigDecimal.ONE);
    }

    private static BigDecimal plain(BigDecimal figure) {
        var shortest = figure.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0, RoundingMode.UNNECESSARY) : shortest;
    }
}
