package linxi.query.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import linxi.events.BaseUnit;
import linxi.events.Channel;
import linxi.events.DeductionKind;
import linxi.events.HouseholdStatus;
import linxi.events.IncomePath;
import linxi.events.MeasureUnit;
import linxi.events.Name;
import linxi.events.PartyKind;
import linxi.events.ProductKind;
import linxi.events.ShipmentKind;
import linxi.query.Named;
import linxi.query.income.IncomeDimension;
import linxi.query.sales.SalesDimension;
import linxi.query.settlement.SettlementState;
import linxi.query.shipment.ShipmentState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordsTest {
    private static final Words CHINESE = in(Locale.SIMPLIFIED_CHINESE);
    private static final Words ENGLISH = in(Locale.ENGLISH);

    private static Words in(Locale language) {
        var texts = new ResourceBundleMessageSource();
        texts.setBasenames("screens/texts", "screens/papers");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return new Words(texts, language);
    }

    static Stream<Words> languages() {
        return Stream.of(CHINESE, ENGLISH);
    }

    /** A key that there is not throws. */
    @ParameterizedTest
    @MethodSource("languages")
    void everyHeadingHasAText(Words words) {
        assertThat(SalesLine.table(words, "", List.of(SalesDimension.values()))).isNotNull();
        assertThat(IncomeLine.table(words, "", List.of(IncomeDimension.values())))
                .isNotNull();
        assertThat(IncomeLine.table(words, "", List.of())).isNotNull();
        assertThat(ShipmentRow.table(words, "")).isNotNull();
        assertThat(RegisterTables.settlements(words, "")).isNotNull();
        assertThat(RegisterTables.households(words, "", Object::toString)).isNotNull();
        assertThat(CatalogueTables.parties(words, "")).isNotNull();
        assertThat(CatalogueTables.products(words, "")).isNotNull();
        assertThat(CatalogueTables.lots(words, "")).isNotNull();
        assertThat(ShareRow.table(words, "")).isNotNull();
        assertThat(EarningsRow.table(words, "")).isNotNull();
        assertThat(PathSum.table(words, "")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyConstantHasAText(Words words) {
        all(words, "channel", Channel.values());
        all(words, "path", IncomePath.values());
        all(words, "kind", ShipmentKind.values());
        all(words, "state", ShipmentState.values());
        all(words, "state", SettlementState.values());
        all(words, "status", HouseholdStatus.values());
        all(words, "unit", MeasureUnit.values());
        all(words, "export.party", PartyKind.values());
        all(words, "export.produce", ProductKind.values());
        all(words, "paper.deduction", DeductionKind.values());
        assertThat(words.constant("status", "UNKNOWN")).isNotEqualTo(Cell.EMPTY);
    }

    private static void all(Words words, String kind, Enum<?>[] constants) {
        assertThat(Arrays.stream(constants).map(it -> words.constant(kind, it))).doesNotHaveDuplicates();
    }

    @Test
    void namesThingsInTheReadersLanguageWhereTheyHaveSuchAName() {
        var both = new Named("a", new Name("甲", "A"));
        assertThat(CHINESE.name(both)).isEqualTo(Cell.text("甲"));
        assertThat(ENGLISH.name(both)).isEqualTo(Cell.text("A"));
        assertThat(ENGLISH.name(new Named("b", new Name("乙", null)))).isEqualTo(Cell.text("乙"));
        assertThat(ENGLISH.name(new Named("c", null))).isEqualTo(Cell.EMPTY);
    }

    @Test
    void statesUnits() {
        assertThat(CHINESE.unit(BaseUnit.GRAM)).isEqualTo(Cell.text("公斤"));
        assertThat(ENGLISH.per("JIN")).isEqualTo(Cell.text("jin"));
        assertThat(ENGLISH.per("箱")).isEqualTo(Cell.text("箱"));
    }
}
