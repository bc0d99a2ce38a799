package io.promo.events;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "io.promo.events", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

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

    @ArchTest
    static void shouldMarkEveryPackageNullMarked(JavaClasses classes) {
        ArchRule rule = classes().should(new ArchCondition<>("reside in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " has no @NullMarked"));
                }
            }
        });
        rule.because("NullAway looks at marked packages only; add a package-info.java")
                .check(classes);
    }
}
