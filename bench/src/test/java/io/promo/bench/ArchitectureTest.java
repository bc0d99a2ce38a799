package io.promo.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.promo.stack.testing.HouseRules;

@AnalyzeClasses(packages = "io.promo.bench", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule shouldKnowTheProductByItsFacesOnly = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.promo.calendar..", "io.promo.dispatch..", "io.promo.inbox..", "io.promo.http..")
            .because("an oracle or a bench that uses the product's code repeats its mistakes");

    @ArchTest
    static final ArchRule shouldWriteEventsAsAServiceDoesInOnePlaceOnly = noClasses()
            .that()
            .resideOutsideOfPackage("io.promo.bench.events")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.promo.events..")
            .because(
                    "only what wakes the relay needs the product's outbox; what it is measured by is Kafka's own word");
}
