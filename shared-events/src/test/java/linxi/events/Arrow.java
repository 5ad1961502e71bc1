package linxi.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;

/** The arrows of the events: plain Java, with JSON around them in {@code wire} and nowhere else. */
enum Arrow {
    EVENTS_ARE_PLAIN_JAVA("JacksonInAnEvent") {
        @Override
        ArchRule in(String root) {
            return classes()
                    .that()
                    .resideInAPackage(root)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            root,
                            "java.lang..",
                            "java.util",
                            "java.util.function",
                            "java.util.regex",
                            "java.time",
                            "java.math",
                            "org.jspecify..",
                            "com.google.errorprone.annotations..");
        }
    },
    EVENTS_DO_NOT_KNOW_THEIR_WIRE_FORM("WireInAnEvent") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(root + ".wire..");
        }
    },
    EVENTS_READ_NO_CLOCK("ClockInAnEvent") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");
        }
    },
    THE_WIRE_FORM_IS_JSON_ONLY("IoInTheWire") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.nio.file..", "java.net..", "java.util.logging..", "com.fasterxml.jackson.databind..");
        }
    };

    private final String breach;

    Arrow(String breach) {
        this.breach = breach;
    }

    /** The class under {@code linxi.planted} that breaks it. */
    String breach() {
        return breach;
    }

    abstract ArchRule in(String root);
}
