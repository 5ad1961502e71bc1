package linxi.query;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import linxi.query.feed.Projection;

/** The arrows of the query side: folds are plain Java, and each engine stays in its edge package. */
enum Arrow {
    FOLDS_AND_DOCUMENTS_ARE_PLAIN_JAVA("SpringInAFold") {
        @Override
        ArchRule in(String root) {
            return classes()
                    .that(areFolds(root))
                    .should()
                    .onlyDependOnClassesThat(arePlain(root).or(areFeatures(root)));
        }
    },
    FOLDS_READ_NO_CLOCK("ClockInAFold") {
        @Override
        ArchRule in(String root) {
            return noClasses().that(areFolds(root)).should().callMethodWhere(readsTheClock());
        }
    },
    ONLY_THE_FEED_KNOWS_KAFKA("KafkaInAFeature") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(below(root, "feed", "wiring"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.kafka..");
        }
    },
    THE_WEB_DOES_NOT_KNOW_MONGO("MongoInTheWeb") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".web..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.mongodb..", "org.bson..");
        }
    },
    THE_ENGINE_KNOWS_NO_FEATURE("FeatureInTheFeed") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAnyPackage(below(root, "feed", "mongo", "check"))
                    .should()
                    .dependOnClassesThat(areFeatures(root).or(resideInAnyPackage(below(root, "web", "screen"))));
        }
    },
    MONGO_DOES_NOT_KNOW_THE_FEED("FeedInMongo") {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAPackage(root + ".mongo..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(root + ".feed..");
        }
    },
    PACKAGES_HAVE_NO_CYCLES("FeedInMongo") {
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

    private final String breach;

    Arrow(String breach) {
        this.breach = breach;
    }

    /** The class under {@code linxi.planted} that breaks it. */
    String breach() {
        return breach;
    }

    abstract ArchRule in(String root);

    /** Projections, and the records of features that they fold into. Answers and endpoints may know more. */
    private static DescribedPredicate<JavaClass> areFolds(String root) {
        return areFeatures(root)
                .and(assignableTo(Projection.class).or(areDocuments()))
                .as("are folds or documents");
    }

    private static DescribedPredicate<JavaClass> areDocuments() {
        return new DescribedPredicate<>("are records") {
            @Override
            public boolean test(JavaClass type) {
                return type.isRecord();
            }
        };
    }

    private static DescribedPredicate<JavaClass> areFeatures(String root) {
        return resideInAPackage(root + ".*..")
                .and(not(resideInAnyPackage(
                        below(root, "feed", "mongo", "check", "web", "screen", "sheet", "importing", "wiring"))))
                .as("are features");
    }

    private static DescribedPredicate<JavaClass> arePlain(String root) {
        return resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "linxi.events..",
                        root,
                        root + ".feed",
                        "com.fasterxml.jackson.annotation",
                        "org.jspecify..",
                        "com.google.errorprone.annotations..")
                .as("are plain Java or events");
    }

    private static DescribedPredicate<JavaMethodCall> readsTheClock() {
        return new DescribedPredicate<>("reads the clock") {
            @Override
            public boolean test(JavaMethodCall call) {
                return call.getTargetOwner().getPackageName().startsWith("java.time")
                        && call.getTarget().getName().equals("now");
            }
        };
    }

    private static String[] below(String root, String... packages) {
        return Arrays.stream(packages).map(name -> root + "." + name + "..").toArray(String[]::new);
    }
}
