package linxi.command.product;

import static linxi.command.product.AmountRule.AMOUNT_TOO_LARGE;
import static linxi.command.product.AmountRule.MONEY_TOO_LARGE;
import static linxi.command.product.AmountRule.NEGATIVE_AMOUNT;
import static linxi.command.product.AmountRule.NOT_A_WHOLE_AMOUNT;
import static linxi.command.product.AmountRule.PRICE_NOT_POSITIVE;
import static linxi.command.product.AmountRule.WRONG_UNIT;
import static linxi.command.product.AmountRule.ZERO_AMOUNT;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import linxi.command.Refused;
import linxi.events.BaseUnit;
import linxi.events.Entered;
import linxi.events.MeasureUnit;
import linxi.events.Money;
import linxi.events.Pack;
import linxi.events.Price;
import linxi.events.ProductEvent.ProductDefined;
import linxi.events.Quantity;

/**
 * In which units a product may be stated, and how many base units each comes to. Exact: what is not a whole number of
 * base units is refused, never rounded (domain rules, "Units").
 */
public final class Units {
    /** The most that one line or one settlement may come to. */
    public static final Money MOST = Money.ofFen(1_000_000_000_000L);

    private static final BigDecimal MAX = BigDecimal.valueOf(Quantity.MAX);
    /** Nothing with more decimals comes to a whole number: no pack holds more than 2^53 = 10^16 units. */
    private static final int MOST_DECIMALS = 60;

    private final BaseUnit base;
    private final Map<String, Long> contains;

    private Units(BaseUnit base, Map<String, Long> contains) {
        this.base = base;
        this.contains = Map.copyOf(contains);
    }

    public static Units of(ProductDefined product) {
        return of(product.baseUnit(), product.packs());
    }

    public static Units of(BaseUnit base, List<Pack> packs) {
        var contains = new HashMap<String, Long>();
        packs.forEach(pack -> contains.put(pack.name(), pack.contains()));
        for (var unit : MeasureUnit.values()) {
            if (unit.base() == base) {
                contains.put(unit.name(), unit.contains());
            }
        }
        return new Units(base, contains);
    }

    public BaseUnit base() {
        return base;
    }

    /** @param field where it stands in the request; an amount of 0 is refused */
    public Quantity quantity(Entered entered, String field) {
        long amount = amountOrNone(entered, field);
        if (amount == 0) {
            throw new Refused(ZERO_AMOUNT, field, entered.amount());
        }
        return new Quantity(amount, base);
    }

    /** As {@link #quantity}, but 0 is an answer too: receipts say so. */
    public long amountOrNone(Entered entered, String field) {
        long per = containedIn(entered.unit(), field + ".unit");
        var amount = entered.amount();
        if (amount.signum() < 0) {
            throw new Refused(NEGATIVE_AMOUNT, field, shown(amount));
        }
        if (amount.compareTo(MAX) > 0) {
            throw new Refused(AMOUNT_TOO_LARGE, field, shown(amount));
        }
        var inBase = plain(amount, field).multiply(BigDecimal.valueOf(per));
        if (inBase.stripTrailingZeros().scale() > 0) {
            throw new Refused(NOT_A_WHOLE_AMOUNT, field, shown(amount));
        }
        if (inBase.compareTo(MAX) > 0) {
            throw new Refused(AMOUNT_TOO_LARGE, field, shown(amount));
        }
        return inBase.longValueExact();
    }

    /** What was entered as people write it: 2E+1 is 20, 3.50 is 3.5. For amounts that were accepted. */
    public static Entered asWritten(Entered entered) {
        var plain = plain(entered.amount(), "amount");
        return new Entered(plain, entered.unit());
    }

    /** @param fen above 0, at most 10¹² */
    public Price price(long fen, String per, String field) {
        long baseUnits = containedIn(per, field + ".per");
        if (fen <= 0) {
            throw new Refused(PRICE_NOT_POSITIVE, field + ".fen", fen);
        }
        if (fen > MOST.fen()) {
            throw new Refused(MONEY_TOO_LARGE, field + ".fen", fen);
        }
        return new Price(fen, per, baseUnits);
    }

    /** What {@code amount} base units come to; refused above 10¹² fen. */
    public static Money gross(Price price, long amount, String field) {
        var limit = BigInteger.valueOf(MOST.fen()).multiply(BigInteger.valueOf(price.contains()));
        var exact = BigInteger.valueOf(price.fen()).multiply(BigInteger.valueOf(amount));
        if (exact.compareTo(limit) > 0) {
            throw new Refused(MONEY_TOO_LARGE, field, exact.divide(BigInteger.valueOf(price.contains())));
        }
        return price.of(amount);
    }

    private long containedIn(String unit, String field) {
        var known = contains.get(unit);
        if (known == null) {
            throw new Refused(WRONG_UNIT, field, unit);
        }
        return known;
    }

    /** Guards against exponents such as 1E-999999999, whose digits would fill the memory. */
    private static BigDecimal plain(BigDecimal amount, String field) {
        var stripped = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        if (stripped.scale() > MOST_DECIMALS) {
            throw new Refused(NOT_A_WHOLE_AMOUNT, field, shown(amount));
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String shown(BigDecimal amount) {
        return amount.toString();
    }
}
