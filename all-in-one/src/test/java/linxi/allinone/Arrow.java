package linxi.allinone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the launcher: it starts the services; its maintenance commands know the store and the feed, no rule. */
enum Arrow {
    THE_LAUNCHER_KNOWS_NO_RULES("RulesInTheLauncher") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("linxi.command", "linxi.command.axon..", "org.axonframework..");
        }
    },
    THE_DEMONSTRATION_USES_HTTP_ONLY("Plan.money") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".demo..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("linxi.command..", "linxi.query..", "linxi.events..", "linxi.embedded..");
        }
    },
    THE_DEMONSTRATION_DOES_NOT_KNOW_THE_LAUNCHER("DemoInTheLauncher") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".demo..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(root);
        }
    },
    NOBODY_LOGS_PAST_SLF4J("JavaLogging") {
        @Override
        ArchRule in(String root) {
            return noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
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
