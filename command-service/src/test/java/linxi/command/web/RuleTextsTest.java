package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import linxi.command.Refused;
import linxi.command.Rule;
import linxi.command.lot.LotRule;
import linxi.events.Quantity;
import org.junit.jupiter.api.Test;

/** Whatever rule is broken, the caller can read of it in both languages. */
class RuleTextsTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void everyRuleHasATextInBothLanguages() {
        var rules = rules();
        assertThat(rules).hasSizeGreaterThan(40);
        for (var rule : rules) {
            var error = FormError.of(rule, "some.field", "some value");
            var bundle = ProblemTexts.bundleOf(rule);
            for (var language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                assertThat(ProblemTexts.bundle(bundle, language).keySet())
                        .as("messages/%s in %s", bundle, language)
                        .contains(rule.name());
                assertThat(ProblemTexts.detail(error, language))
                        .as("%s in %s", rule.name(), language)
                        .doesNotContain("{", "}")
                        .isNotBlank();
            }
            assertThat(ProblemTexts.detail(error, Locale.SIMPLIFIED_CHINESE)).containsPattern(CHINESE);
            assertThat(ProblemTexts.detail(error, Locale.ENGLISH)).doesNotContainPattern(CHINESE);
        }
    }

    @Test
    void everyStatusHasATitleInBothLanguages() {
        for (var rule : rules()) {
            int status = Problems.status(rule);
            assertThat(ProblemTexts.title(status, Locale.SIMPLIFIED_CHINESE)).containsPattern(CHINESE);
            assertThat(ProblemTexts.title(status, Locale.ENGLISH)).doesNotContainPattern(CHINESE);
        }
    }

    @Test
    void quantitiesAreReadInUnitsOfTradeAndGivenInBaseUnits() {
        var kilograms = left(Quantity.grams(1_000_500));
        assertThat(kilograms.value()).isEqualTo("1000500");
        assertThat(ProblemTexts.detail(kilograms, Locale.SIMPLIFIED_CHINESE)).contains("1,000.5 公斤");
        assertThat(ProblemTexts.detail(kilograms, Locale.ENGLISH)).contains("1,000.5 kg");
        var pieces = left(Quantity.pieces(3_600));
        assertThat(ProblemTexts.detail(pieces, Locale.SIMPLIFIED_CHINESE)).contains("3,600 枚");
        assertThat(ProblemTexts.detail(pieces, Locale.ENGLISH)).contains("3,600 pieces");
        assertThat(ProblemTexts.detail(left(Quantity.pieces(1)), Locale.ENGLISH))
                .contains("1 piece ");
    }

    private static FormError left(Quantity quantity) {
        return FormError.of(Refused.of(LotRule.MORE_THAN_LOT_HAS_LEFT, "lines[0].quantity", quantity));
    }

    private static List<Rule> rules() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("linxi.command").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Rule.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(type.getEnumConstants()))
                        .map(Rule.class::cast)
                        .toList();
    }
}
