package linxi.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** House style of the sources of every module. Who may import whom is tested in each module on its classes. */
class SourcesTest {
    private static final Sources OURS =
            new Sources(Path.of("..").toAbsolutePath().normalize());

    @Test
    void filesAreShort() {
        assertThat(OURS.tooLong()).isEmpty();
    }

    @Test
    void everyPackageHasItsNullAndResultChecksOn() {
        assertThat(OURS.unguarded()).isEmpty();
    }

    @Test
    void noPackageIsNamedAfterNothing() {
        assertThat(OURS.vaguePackages()).isEmpty();
    }

    @Test
    void noTypeIsNamedAfterNothing() {
        assertThat(OURS.vagueTypes()).isEmpty();
    }

    @Test
    void moneyAndQuantitiesAreWholeNumbers() {
        assertThat(OURS.fractions()).isEmpty();
    }

    @Test
    void allModulesAreSeen() {
        assertThat(OURS.count()).isGreaterThan(80);
    }

    /** Each rule has to be able to fail. */
    @Nested
    class PlantedBreaches {
        private final Path root;

        PlantedBreaches(@TempDir Path root) {
            this.root = root;
        }

        @Test
        void aLongFile() throws IOException {
            plant("events", "Long.java", "package linxi.events;\n".repeat(251));
            plant("events", "Short.java", "package linxi.events;\n".repeat(250));
            assertThat(new Sources(root).tooLong()).containsExactly("module/src/main/java/linxi/events/Long.java");
        }

        @Test
        void aPackageWithoutChecks() throws IOException {
            plant("bare", "A.java", "class A {}");
            plant("half", "A.java", "class A {}");
            plant("half", "package-info.java", "/** Half. */\n@NullMarked\npackage linxi.half;\n");
            plant(
                    "whole",
                    "package-info.java",
                    "/** Whole. */\n@NullMarked\n@CheckReturnValue\npackage linxi.whole;\n");
            assertThat(new Sources(root).unguarded())
                    .containsExactly("module/src/main/java/linxi/bare", "module/src/main/java/linxi/half");
        }

        @Test
        void aPackageNamedUtil() throws IOException {
            plant("util", "A.java", "class A {}");
            assertThat(new Sources(root).vaguePackages()).containsExactly("module/src/main/java/linxi/util");
        }

        @Test
        void aTypeNamedImplAlsoWhereItIsNested() throws IOException {
            plant(
                    "events",
                    "A.java",
                    "class A {\n    private static final class LogImpl {}\n}\nrecord LotDto(int a) {}");
            assertThat(new Sources(root).vagueTypes())
                    .containsExactly(
                            "module/src/main/java/linxi/events/A.java: LogImpl",
                            "module/src/main/java/linxi/events/A.java: LotDto");
        }

        @Test
        void aFractionOfAFen() throws IOException {
            plant("events", "A.java", "record A(double fen) {}");
            plant("command/lot", "B.java", "class B { Float grams; }");
            plant("command/relay", "C.java", "class C { double seconds; }");
            plant("events", "D.java", "/** No double. */\nrecord D(long fen) {} // no float");
            assertThat(new Sources(root).fractions())
                    .containsExactly(
                            "module/src/main/java/linxi/command/lot/B.java",
                            "module/src/main/java/linxi/events/A.java");
        }

        private void plant(String inPackage, String file, String text) throws IOException {
            var module = root.resolve("module");
            var folder = Files.createDirectories(
                    module.resolve("src/main/java/linxi").resolve(inPackage));
            Files.writeString(module.resolve("pom.xml"), "");
            Files.writeString(folder.resolve(file), text);
        }
    }
}
