package io.promo.stack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.promo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

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
    static final ArchRule shouldNeedSpringInTestsOnly = noClasses()
            .that()
            .resideInAPackage("io.promo.stack..")
            .and()
            .resideOutsideOfPackage("io.promo.stack.testing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "io.promo.stack.testing..")
            .because("Spring is an optional dependency, for tests of those who have it anyway");

    @ArchTest
    static final ArchRule shouldMigrateWithoutKnowingTheStack = noClasses()
            .that()
            .resideInAPackage("io.promo.sql..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.promo.stack..", "io.promo.events..", "org.springframework..")
            .because("it runs as a Job of its own");

    @ArchTest
    static final ArchRule shouldHavePackagesFreeOfCycles =
            slices().matching("io.promo.stack.(*)..").should().beFreeOfCycles();
}
