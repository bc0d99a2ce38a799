package io.promo.dispatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.promo.stack.testing.HouseRules;
import io.promo.stack.testing.ServiceRules;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "io.promo.dispatch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests houseRules = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchTests serviceRules = ArchTests.in(ServiceRules.class);

    @ArchTest
    static final ArchRule shouldNotSleep = ServiceRules.noSleep(
            // The database is the truth about a job's steps and tells nobody when it changes: these two look again.
            "io.promo.dispatch.job.JobHistory",
            "io.promo.dispatch.job.PartitionDispatch",
            // Keeps to the run's rate: to let time pass is its work.
            "io.promo.dispatch.worker.ChunkGate",
            // Holds its request while the database is away; nothing but time says when to try again.
            "io.promo.dispatch.worker.Intake");

    @ArchTest
    static final ArchRule shouldDecideWhichProcessServesRequests = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .beAnnotatedWith(Profile.class)
            .because("managers and workers are the same program; say which of them it is for");

    @ArchTest
    static final ArchRule shouldCreateRunsInOnePlaceOnly = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.promo.dispatch.trigger..", "io.promo.dispatch.backfill..", "io.promo.dispatch.schedule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.promo.dispatch.job..",
                    "io.promo.dispatch.sweep..",
                    "io.promo.dispatch.worker..",
                    "io.promo.dispatch.partition..")
            .because("there is one way into the engine: io.promo.dispatch.run");
}
