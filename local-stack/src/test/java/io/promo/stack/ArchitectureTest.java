package io.promo.stack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.promo.stack.testing.HouseRules;

@AnalyzeClasses(packages = "io.promo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests houseRules = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule shouldStartServicesWithoutKnowingTheirClasses = noClasses()
            .that()
            .resideInAPackage("io.promo.stack..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.promo.events..",
                    "io.promo.calendar..",
                    "io.promo.dispatch..",
                    "io.promo.inbox..",
                    "io.promo.cli..",
                    "io.promo.bench..")
            .because("a service is a process with a port; what it needs comes by its environment");

    @ArchTest
    static final ArchRule shouldNeedSpringAndArchUnitInTestsOnly = noClasses()
            .that()
            .resideInAPackage("io.promo.stack..")
            .and()
            .resideOutsideOfPackage("io.promo.stack.testing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "com.tngtech.archunit..", "io.promo.stack.testing..")
            .because("they are not there at runtime; only tests of those who have them anyway may need them");

    @ArchTest
    static final ArchRule shouldMigrateWithoutKnowingTheStack = noClasses()
            .that()
            .resideInAPackage("io.promo.sql..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.promo.stack..", "io.promo.events..", "org.springframework..")
            .because("it runs as a Job of its own");
}
