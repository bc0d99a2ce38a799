package io.promo.inbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "io.promo.inbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule shouldKnowNoOtherService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.promo.calendar..",
                    "io.promo.dispatch..",
                    "io.promo.cli..",
                    "io.promo.stack..",
                    "io.promo.bench..",
                    "io.promo.sql..")
            .because("facts travel as events; use promo-events");

    @ArchTest
    static final ArchRule shouldCallNoOneInTheRequestPath = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.http.HttpClient")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web.client..", "org.springframework.web.reactive..")
            .because("a service never calls another one; consume its events");

    @ArchTest
    static final ArchRule shouldHaveFeaturesThatStandOnHttpOnly = slices().matching("io.promo.inbox.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(JavaClass.Predicates.resideInAPackage("io.promo.inbox.."), inHttp())
            .because("features meet in the database and through events; only http is shared");

    @ArchTest
    static final ArchRule shouldKeepWhatIsInsideAFeatureInside = classes()
            .that()
            .resideOutsideOfPackages("io.promo.inbox", "io.promo.inbox.http")
            .and()
            .areTopLevelClasses()
            .should()
            .bePackagePrivate()
            .because("a feature has no face to other code; make it package-private");

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
            .because("SQL stands in a class annotated " + Repository.class.getSimpleName() + " or a service");

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

    private static DescribedPredicate<JavaClass> inHttp() {
        return JavaClass.Predicates.resideInAPackage("io.promo.inbox.http");
    }
}
