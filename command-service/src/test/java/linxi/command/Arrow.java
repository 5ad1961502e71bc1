package linxi.command;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import com.tngtech.archunit.lang.syntax.elements.ClassesThat;
import java.util.Arrays;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The arrows of the command side: rules are plain Java, and every framework stays in its edge package. */
enum Arrow {
    RULES_ARE_PLAIN_JAVA("SpringInAFeature") {
        @Override
        ArchRule in(String root) {
            return classes()
                    .that(areRules(root))
                    .should()
                    .onlyDependOnClassesThat(arePlain().or(areRules(root)));
        }
    },
    RULES_READ_NO_CLOCK("ClockInAFeature") {
        @Override
        ArchRule in(String root) {
            return noClasses().that(areRules(root)).should().callMethodWhere(readsTheClock());
        }
    },
    RULES_THROW_NO_DICE("DiceInAFeature") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that(areRules(root))
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(RandomGenerator.class)
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .orShould()
                    .callMethod(Math.class, "random");
        }
    },
    ONLY_AXON_KNOWS_AXON("AxonInTheStore") {
        @Override
        ArchRule in(String root) {
            return knownOnlyTo(root, "axon").resideInAPackage("org.axonframework..");
        }
    },
    ONLY_THE_RELAY_KNOWS_KAFKA("KafkaInTheWeb") {
        @Override
        ArchRule in(String root) {
            return knownOnlyTo(root, "relay").resideInAPackage("org.apache.kafka..");
        }
    },
    ONLY_STORE_AND_RELAY_KNOW_MONGO("MongoInTheWeb") {
        @Override
        ArchRule in(String root) {
            return knownOnlyTo(root, "store", "relay", "wiring").resideInAnyPackage("com.mongodb..", "org.bson..");
        }
    },
    THE_STORE_KNOWS_EVENTS_ONLY("RulesInTheStore") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".store..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("org.springframework..", root)
                            .or(areFeatures(root))
                            .or(resideInAnyPackage(below(root, "axon", "relay", "web", "wiring"))));
        }
    },
    THE_RELAY_KNOWS_NO_RULES("RulesInTheRelay") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".relay..")
                    .should()
                    .dependOnClassesThat(areFeatures(root).or(resideInAnyPackage(below(root, "axon", "web"))));
        }
    },
    ONLY_WEB_AND_WIRING_KNOW_THE_WEB("WebInAxon") {
        @Override
        ArchRule in(String root) {
            return knownOnlyTo(root, "web", "wiring")
                    .resideInAnyPackage(root + ".web..", "jakarta.servlet..", "org.springframework.web..");
        }
    },
    PACKAGES_HAVE_NO_CYCLES("axon") {
        @Override
        ArchRule in(String root) {
            return slices().matching(root + ".(*)..").should().beFreeOfCycles();
        }
    },
    NOBODY_LOGS_PAST_SLF4J("JavaLogging") {
        @Override
        ArchRule in(String root) {
            return noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
        }
    };

    private static final String[] EDGES = {"axon", "store", "relay", "web", "wiring"};

    private final String breach;

    Arrow(String breach) {
        this.breach = breach;
    }

    /** The class under {@code linxi.planted} that breaks it. */
    String breach() {
        return breach;
    }

    abstract ArchRule in(String root);

    private static ClassesThat<ClassesShouldConjunction> knownOnlyTo(String root, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(below(root, packages))
                .should()
                .dependOnClassesThat();
    }

    private static DescribedPredicate<JavaClass> arePlain() {
        return resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "linxi.events",
                        "linxi.events.share",
                        "org.jspecify..",
                        "com.google.errorprone.annotations..")
                .and(not(resideInAPackage("java.util.logging..")))
                .as("are plain Java or events");
    }

    /** The features, and what they share in the root package. */
    private static DescribedPredicate<JavaClass> areRules(String root) {
        return areFeatures(root).or(resideInAPackage(root)).as("are rules");
    }

    private static DescribedPredicate<JavaClass> areFeatures(String root) {
        return resideInAPackage(root + ".*..")
                .and(not(resideInAnyPackage(below(root, EDGES))))
                .as("are features");
    }

    private static DescribedPredicate<JavaMethodCall> readsTheClock() {
        return new DescribedPredicate<>("reads the clock") {
            @Override
            public boolean test(JavaMethodCall call) {
                var owner = call.getTargetOwner();
                var method = call.getTarget().getName();
                if (owner.isEquivalentTo(System.class)) {
                    return method.equals("currentTimeMillis") || method.equals("nanoTime");
                }
                return owner.getPackageName().startsWith("java.time") && method.equals("now");
            }
        };
    }

    private static String[] below(String root, String... packages) {
        return Arrays.stream(packages).map(name -> root + "." + name + "..").toArray(String[]::new);
    }
}
