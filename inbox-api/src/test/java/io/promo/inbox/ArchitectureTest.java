package io.promo.inbox;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.promo.stack.testing.HouseRules;
import io.promo.stack.testing.ServiceRules;

@AnalyzeClasses(packages = "io.promo.inbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests houseRules = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchTests serviceRules = ArchTests.in(ServiceRules.class);

    @ArchTest
    static final ArchRule shouldNotSleep = ServiceRules.noSleep();

    @ArchTest
    static final ArchRule shouldHaveFeaturesThatStandOnHttpOnly =
            ServiceRules.featuresApart("io.promo.inbox", "io.promo.inbox.http", "io.promo.inbox.badge");

    @ArchTest
    static final ArchRule shouldKeepWhatIsInsideAFeatureInside =
            ServiceRules.insidesInside("io.promo.inbox", "io.promo.inbox.http", "io.promo.inbox.badge");
}
