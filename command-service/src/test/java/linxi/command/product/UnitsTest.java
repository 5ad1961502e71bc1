package linxi.command.product;

import static linxi.command.product.AmountRule.AMOUNT_TOO_LARGE;
import static linxi.command.product.AmountRule.MONEY_TOO_LARGE;
import static linxi.command.product.AmountRule.NEGATIVE_AMOUNT;
import static linxi.command.product.AmountRule.NOT_A_WHOLE_AMOUNT;
import static linxi.command.product.AmountRule.PRICE_NOT_POSITIVE;
import static linxi.command.product.AmountRule.WRONG_UNIT;
import static linxi.command.product.AmountRule.ZERO_AMOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import linxi.command.Refused;
import linxi.events.BaseUnit;
import linxi.events.Entered;
import linxi.events.Money;
import linxi.events.Pack;
import linxi.events.Price;
import linxi.events.Quantity;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    private static final Units EGGS = Units.of(BaseUnit.PIECE, List.of(new Pack("tray", 30), new Pack("carton", 360)));
    private static final Units BEEF = Units.of(BaseUnit.GRAM, List.of(new Pack("case", 12_500)));

    @ParameterizedTest
    @CsvSource({
        "3.5, TONNE, 3500000",
        "0.001, KILOGRAM, 1",
        "1.5, JIN, 750",
        "7, GRAM, 7",
        "0.1, case, 1250",
        "1e3, KILOGRAM, 1000000",
        "9007199254740992, GRAM, 9007199254740992"
    })
    void countsGrams(BigDecimal amount, String unit, long grams) {
        assertThat(BEEF.quantity(new Entered(amount, unit), "quantity")).isEqualTo(Quantity.grams(grams));
    }

    @Test
    void countsPiecesInPacks() {
        assertThat(EGGS.quantity(entered("12", "carton"), "quantity")).isEqualTo(Quantity.pieces(4_320));
        assertThat(EGGS.quantity(entered("0.5", "tray"), "quantity")).isEqualTo(Quantity.pieces(15));
    }

    @Test
    void refusesFractionsOfABaseUnit() {
        assertRefused(NOT_A_WHOLE_AMOUNT, () -> EGGS.quantity(entered("1.5", "PIECE"), "q"));
        assertRefused(NOT_A_WHOLE_AMOUNT, () -> BEEF.quantity(entered("0.0001", "KILOGRAM"), "q"));
        assertRefused(NOT_A_WHOLE_AMOUNT, () -> BEEF.quantity(entered("1e-999999999", "KILOGRAM"), "q"));
    }

    @Test
    void refusesUnitsOfOtherProducts() {
        assertRefused(WRONG_UNIT, () -> EGGS.quantity(entered("1", "KILOGRAM"), "q"));
        assertRefused(WRONG_UNIT, () -> BEEF.quantity(entered("1", "tray"), "q"));
        assertRefused(WRONG_UNIT, () -> BEEF.price(1, "PIECE", "price"));
    }

    @Test
    void refusesNothingAndLessThanNothing() {
        assertRefused(ZERO_AMOUNT, () -> EGGS.quantity(entered("0", "PIECE"), "q"));
        assertRefused(NEGATIVE_AMOUNT, () -> EGGS.quantity(entered("-1", "PIECE"), "q"));
        assertRefused(NEGATIVE_AMOUNT, () -> EGGS.amountOrNone(entered("-1", "PIECE"), "q"));
    }

    @Test
    void takesNothingForAnAnswerInReceipts() {
        assertThat(EGGS.amountOrNone(entered("0e999999999", "PIECE"), "q")).isZero();
    }

    @Test
    void refusesMoreThanEveryReaderKeepsExactly() {
        assertRefused(AMOUNT_TOO_LARGE, () -> BEEF.quantity(entered("9007199254740993", "GRAM"), "q"));
        assertRefused(AMOUNT_TOO_LARGE, () -> BEEF.quantity(entered("9007199254741", "KILOGRAM"), "q"));
        assertRefused(AMOUNT_TOO_LARGE, () -> BEEF.quantity(entered("1e999999999", "TONNE"), "q"));
    }

    @Test
    void keepsWhatWasEnteredAsPeopleWriteIt() {
        assertThat(Units.asWritten(entered("2e1", "tray"))).isEqualTo(entered("20", "tray"));
        assertThat(Units.asWritten(entered("3.50", "TONNE"))).isEqualTo(entered("3.5", "TONNE"));
    }

    @Test
    void fixesHowMuchAPriceIsPer() {
        assertThat(EGGS.price(2_400, "tray", "price")).isEqualTo(new Price(2_400, "tray", 30));
        assertThat(BEEF.price(360, "KILOGRAM", "price")).isEqualTo(new Price(360, "KILOGRAM", 1_000));
    }

    @Test
    void refusesPricesOutOfBounds() {
        assertRefused(PRICE_NOT_POSITIVE, () -> EGGS.price(0, "tray", "price"));
        assertRefused(PRICE_NOT_POSITIVE, () -> EGGS.price(-1, "tray", "price"));
        assertRefused(MONEY_TOO_LARGE, () -> EGGS.price(1_000_000_000_001L, "tray", "price"));
    }

    @Test
    void limitsWhatALineComesTo() {
        var price = new Price(1_000_000_000L, "KILOGRAM", 1_000);
        assertThat(Units.gross(price, 1_000_000, "line")).isEqualTo(Money.ofFen(1_000_000_000_000L));
        assertRefused(MONEY_TOO_LARGE, () -> Units.gross(price, 1_000_001, "line"));
        assertRefused(MONEY_TOO_LARGE, () -> Units.gross(price, Quantity.MAX, "line"));
    }

    private static Entered entered(String amount, String unit) {
        return new Entered(new BigDecimal(amount), unit);
    }

    private static void assertRefused(AmountRule rule, ThrowingCallable call) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(call)
                .extracting(Refused::rule)
                .isEqualTo(rule);
    }
}
