package linxi.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import linxi.events.BaseUnit;
import linxi.events.Entered;
import linxi.events.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A quantity as answered: a whole number of base units.
 *
 * @param entered what the clerk typed, such as "3.5 吨"; absent where nobody knows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Amount(long amount, BaseUnit unit, @Nullable String entered) {
    public static Amount of(long amount, BaseUnit unit) {
        return new Amount(amount, unit, null);
    }

    public static Amount of(Quantity quantity) {
        return of(quantity.amount(), quantity.unit());
    }

    public static Amount of(Quantity quantity, @Nullable Entered entered) {
        return new Amount(quantity.amount(), quantity.unit(), entered == null ? null : asTyped(entered));
    }

    /** One for each unit of which there is something. */
    public static List<Amount> sums(Stream<Amount> amounts) {
        var sums = new EnumMap<BaseUnit, Long>(BaseUnit.class);
        amounts.filter(it -> it.amount() != 0).forEach(it -> sums.merge(it.unit(), it.amount(), Math::addExact));
        return sums.entrySet().stream()
                .map(it -> of(it.getValue(), it.getKey()))
                .toList();
    }

    private static String asTyped(Entered entered) {
        var unit = switch (entered.unit()) {
            case "PIECE" -> "枚";
            case "GRAM" -> "克";
            case "KILOGRAM" -> "公斤";
            case "JIN" -> "斤";
            case "TONNE" -> "吨";
            default -> entered.unit();
        };
        return entered.amount().toPlainString() + " " + unit;
    }
}
