package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import linxi.command.Rule;
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
