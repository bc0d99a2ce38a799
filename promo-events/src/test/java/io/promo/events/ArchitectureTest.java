package io.promo.events;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.promo.stack.testing.HouseRules;
import io.promo.stack.testing.ServiceRules;

@AnalyzeClasses(packages = "io.promo.events", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests houseRules = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchTests serviceRules = ArchTests.in(ServiceRules.class);

    @ArchTest
    static final ArchRule shouldNotSleep = ServiceRules.noSleep();

    @ArchTest
    static final ArchRule shouldKnowNothingElseOfOurs = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.promo..").and(not(resideInAPackage("io.promo.events.."))))
            .because("every service stands on the events; they stand on none");

    @ArchTest
    static final ArchRule shouldKeepPayloadsFreeOfFrameworks = classes()
            .that()
            .resideInAnyPackage(
                    "io.promo.events.promotion",
                    "io.promo.events.dispatch",
                    "io.promo.events.customer",
                    "io.promo.events.message")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.promo.events..")
            .because("a payload means the same with and without Spring, Kafka and a database");
}
