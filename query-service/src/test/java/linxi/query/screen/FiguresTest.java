package linxi.query.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import linxi.events.BaseUnit;
import linxi.events.Money;
import linxi.query.Amount;
import linxi.query.Cost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    private final Figures chinese = new Figures(Locale.SIMPLIFIED_CHINESE);
    private final Figures english = new Figures(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "864000000 | 864 万元 | '8,640,000.00 元' | ¥8.64 million | '¥8,640,000.00'",
                "0 | 0.00 元 | 0.00 元 | ¥0.00 | ¥0.00",
                "1 | 0.01 元 | 0.01 元 | ¥0.01 | ¥0.01",
                "-100 | -1.00 元 | -1.00 元 | ¥-1.00 | ¥-1.00",
                "999999 | '9,999.99 元' | '9,999.99 元' | '¥9,999.99' | '¥9,999.99'",
                "1000000 | 1 万元 | '10,000.00 元' | '¥10,000.00' | '¥10,000.00'",
                "123456789 | 123.46 万元 | '1,234,567.89 元' | ¥1.23 million | '¥1,234,567.89'",
                "1000000000000 | '1,000,000 万元' | '10,000,000,000.00 元' | '¥10,000 million' | '¥10,000,000,000.00'",
            })
    void writeMoneyShortAndFull(long fen, String zh, String zhFull, String en, String enFull) {
        assertThat(chinese.money(Money.ofFen(fen))).isEqualTo(unbroken(zh, zhFull));
        assertThat(english.money(Money.ofFen(fen))).isEqualTo(unbroken(en, enFull));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234500000 | GRAM | '1,234.5 吨' | '1,234,500 公斤' | '1,234.5 t'",
                "2400000000000 | GRAM | '2,400,000 吨' | '2,400,000,000 公斤' | '2,400,000 t'",
                "999999 | GRAM | 999.999 公斤 | 999.999 公斤 | 999.999 kg",
                "1 | GRAM | 0.001 公斤 | 0.001 公斤 | 0.001 kg",
                "9999 | PIECE | '9,999 枚' | '9,999 枚' | '9,999 pieces'",
                "1700000 | PIECE | 170 万枚 | '1,700,000 枚' | '1,700,000 pieces'",
                "1 | PIECE | 1 枚 | 1 枚 | 1 piece",
            })
    void writeQuantitiesShortAndFull(long amount, BaseUnit unit, String zh, String zhFull, String en) {
        assertThat(chinese.amount(Amount.of(amount, unit))).isEqualTo(unbroken(zh, zhFull));
        assertThat(english.amount(Amount.of(amount, unit)).text())
                .isEqualTo(unbroken(en, "").text());
    }

    @ParameterizedTest
    @CsvSource({"1,4,25 %", "1,3,33.33 %", "0,7,0 %", "300,12030000,<0.01 %", "0,0,–", "-1,100,-1 %"})
    void writeSharesAsParts(long part, long whole, String expected) {
        assertThat(chinese.share(part, whole).replace('\u00a0', ' ')).isEqualTo(expected);
    }

    @Test
    void writePricesForAUnitOrAPack() {
        assertThat(chinese.price(new Cost(360, "KILOGRAM")).text())
                .isEqualTo(unbroken("3.60 元/公斤", "").text());
        assertThat(chinese.price(new Cost(1_200, "筐")).text())
                .isEqualTo(unbroken("12.00 元/筐", "").text());
        assertThat(english.price(new Cost(45, "PIECE")).text()).isEqualTo("¥0.45/piece");
    }

    @Test
    void putUnitsSideBySideAndADashForNothing() {
        var both = List.of(Amount.of(5, BaseUnit.PIECE), Amount.of(2_000_000, BaseUnit.GRAM));
        assertThat(chinese.amounts(both)).isEqualTo(new Shown("5\u00a0枚 + 2\u00a0吨", "5\u00a0枚 + 2,000\u00a0公斤"));
        assertThat(chinese.amounts(List.of()).text()).isEqualTo("–");
        assertThat(chinese.amounts(List.of(Amount.of(0, BaseUnit.GRAM))).text()).isEqualTo("–");
    }

    /** No line breaks between a number and its unit. */
    private static Shown unbroken(String text, String full) {
        return new Shown(text.replace(' ', '\u00a0'), full.replace(' ', '\u00a0'));
    }
}
