package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may import whom. Each rule has a planted breach, which proves that it can fail. */
class ArchitectureTest {
    private static final String ROOT = "linxi.allinone";
    private static final String PLANTED = "linxi.planted.allinone";
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages(ROOT);
    private static final JavaClasses BREACHES = new ClassFileImporter().importPackages(PLANTED);

    @ParameterizedTest
    @EnumSource
    void isKept(Arrow arrow) {
        arrow.in(ROOT).allowEmptyShould(true).check(OURS);
    }

    /** A rule about a package that does not exist would be kept for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"demo"})
    void isAboutAPackageThatExists(String name) {
        assertThat(OURS.containPackage(ROOT + "." + name)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void isSeenWhenBroken(Arrow arrow) {
        var failures = arrow.in(PLANTED).evaluate(BREACHES).getFailureReport();
        assertThat(failures.getDetails()).anyMatch(detail -> detail.contains(arrow.breach()));
    }
}
