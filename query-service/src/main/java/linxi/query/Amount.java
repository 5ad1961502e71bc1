package linxi.query;

import com.fasterxml.jackson.annotation.JsonInclude;
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
