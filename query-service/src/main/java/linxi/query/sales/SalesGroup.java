package linxi.query.sales;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import linxi.events.BaseUnit;
import linxi.events.MeasureUnit;
import linxi.events.Money;
import linxi.query.Amount;

/**
 * The figures of one group of sales, one quantity per base unit that occurs in it.
 *
 * @param shipments distinct
 * @param averagePrice gross ÷ quantity, for display only
 * @param grossByUnit adds up to gross, one for each unit that occurs at all; not in answers, for tables by unit
 */
public record SalesGroup(
        List<Amount> quantities,
        Money gross,
        long shipments,
        List<Average> averagePrice,
        List<Amount> donated,
        List<Amount> dispatched,
        @JsonProperty("short") List<Amount> shortage,
        List<Amount> rejected,
        List<Amount> lost,
        List<Amount> over,
        @JsonIgnore List<Worth> grossByUnit) {
    /** What was earned with goods of one unit. */
    public record Worth(Money gross, BaseUnit unit) {}

    /** Of what there is nothing of. */
    public static SalesGroup nothing() {
        return new Sum().group();
    }

    /** Fen with two decimals, per KILOGRAM or PIECE. */
    public record Average(BigDecimal fen, MeasureUnit per) {}

    /** Adds up cells of one group. */
    static final class Sum {
        private final Map<BaseUnit, SalesSums> byUnit = new EnumMap<>(BaseUnit.class);
        private long shipments;

        void add(BaseUnit unit, SalesSums sums) {
            byUnit.merge(unit, sums, SalesSums::plus);
        }

        void count(long more) {
            shipments += more;
        }

        SalesGroup group() {
            var gross =
                    byUnit.values().stream().map(it -> Money.ofFen(it.gross())).reduce(Money.ZERO, Money::plus);
            return new SalesGroup(
                    sold(SalesSums::quantity),
                    gross,
                    shipments,
                    averages(),
                    donated(),
                    sold(SalesSums::dispatched),
                    sold(SalesSums::shortage),
                    sold(SalesSums::rejected),
                    sold(SalesSums::lost),
                    sold(SalesSums::over),
                    worths());
        }

        private List<Worth> worths() {
            var found = new ArrayList<Worth>();
            byUnit.forEach((unit, sums) -> found.add(new Worth(Money.ofFen(sums.gross()), unit)));
            return found;
        }

        private List<Amount> sold(ToLongFunction<SalesSums> measure) {
            var found = new ArrayList<Amount>();
            byUnit.forEach((unit, sums) -> {
                if (sums.ofSales()) {
                    found.add(Amount.of(measure.applyAsLong(sums), unit));
                }
            });
            return found;
        }

        private List<Amount> donated() {
            var found = new ArrayList<Amount>();
            byUnit.forEach((unit, sums) -> {
                if (sums.donated() != 0) {
                    found.add(Amount.of(sums.donated(), unit));
                }
            });
            return found;
        }

        private List<Average> averages() {
            var found = new ArrayList<Average>();
            byUnit.forEach((unit, sums) -> {
                if (sums.quantity() != 0) {
                    found.add(average(unit, sums));
                }
            });
            return found;
        }

        /** Half-up to 0.01 fen (API, "GET /api/sales"). */
        private static Average average(BaseUnit unit, SalesSums sums) {
            var per = switch (unit) {
                case GRAM -> MeasureUnit.KILOGRAM;
                case PIECE -> MeasureUnit.PIECE;
            };
            var fen = new BigDecimal(BigInteger.valueOf(sums.gross()).multiply(BigInteger.valueOf(per.contains())))
                    .divide(BigDecimal.valueOf(sums.quantity()), 2, RoundingMode.HALF_UP);
            return new Average(fen, per);
        }
    }
}
