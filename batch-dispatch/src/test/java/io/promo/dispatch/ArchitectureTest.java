package io.promo.dispatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "io.promo.dispatch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule shouldKnowNoOtherService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.promo.calendar..",
                    "io.promo.inbox..",
                    "io.promo.cli..",
                    "io.promo.stack..",
                    "io.promo.bench..",
                    "io.promo.sql..")
            .because("facts travel as events; use promo-events");

    @ArchTest
    static final ArchRule shouldCallNoOneInTheRequestPath = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net.http..", "org.springframework.web.client..", "org.springframework.web.reactive..")
            .because("a service never calls another one; consume its events");

    @ArchTest
    static final ArchRule shouldHaveFeaturesFreeOfCycles =
            slices().matching("io.promo.dispatch.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule shouldKeepSqlOutOfControllers = noClasses()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..")
            .because("SQL stands in a repository or a service");

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

    @ArchTest
    static void shouldMarkEveryPackageNullMarked(JavaClasses classes) {
        classes()
                .should(new ArchCondition<>("reside in a package marked @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(
                                    SimpleConditionEvent.violated(type, type.getPackageName() + " has no @NullMarked"));
                        }
                    }
                })
                .because("NullAway looks at marked packages only; add a package-info.java")
                .check(classes);
    }

    @ArchTest
    static void shouldNameConsumerGroupsAfterTheTopicPrefix(JavaClasses classes) {
        classes()
                .should(new ArchCondition<>("prefix the groups of their listeners") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getMethods().stream()
                                .filter(method -> method.isAnnotatedWith(KafkaListener.class))
                                .filter(method -> !method.getAnnotationOfType(KafkaListener.class)
                                        .groupId()
                                        .startsWith("${promo.kafka.topic-prefix:}"))
                                .forEach(method ->
                                        events.add(SimpleConditionEvent.violated(method, method.getFullName())));
                    }
                })
                .because("installations that share a broker must not share groups")
                .check(classes);
    }
}
