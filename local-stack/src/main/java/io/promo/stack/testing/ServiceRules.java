package io.promo.stack.testing;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What holds in a service and in what runs inside one. An architecture test takes it up with {@code
 * ArchTests.in(ServiceRules.class)} beside {@link HouseRules}; the rules that need to be told of the service's packages
 * are methods.
 */
public final class ServiceRules {

    /** Prefix of every consumer group, as it stands in the annotation. */
    private static final String GROUP_PREFIX = "${promo.kafka.topic-prefix:}";

    /** Packages below {@code io.promo} that every service may stand on. */
    private static final Set<String> SHARED = Set.of("events", "http");

    @ArchTest
    public static final ArchRule shouldKnowNoOtherService = classes()
            .should(new ArchCondition<>("know none of ours but themselves and what is shared: " + SHARED) {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(it -> isForeign(module(type), module(it.getTargetClass())))
                            .forEach(it -> events.add(SimpleConditionEvent.violated(it, it.getDescription())));
                }
            })
            .because("facts travel as events; use promo-events");

    @ArchTest
    public static final ArchRule shouldCallNoOneInTheRequestPath = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.http.HttpClient")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo("java.net.URLConnection")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web.client..", "org.springframework.web.reactive..")
            .because("a service never calls another one; consume its events");

    @ArchTest
    public static final ArchRule shouldKeepSqlOutOfControllers = noClasses()
            .that()
            .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
            .because("SQL stands in a repository or a service")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule shouldNameConsumerGroupsAfterTheTopicPrefix = methods()
            .that()
            .areAnnotatedWith("org.springframework.kafka.annotation.KafkaListener")
            .should(new ArchCondition<>("prefix their groups with " + GROUP_PREFIX) {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    Object group = method.getAnnotationOfType("org.springframework.kafka.annotation.KafkaListener")
                            .get("groupId")
                            .orElse("");
                    if (!group.toString().startsWith(GROUP_PREFIX)) {
                        events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " has the group \"" + group + "\""));
                    }
                }
            })
            .because("installations that share a broker must not share groups")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule shouldNotPrint = noClasses()
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .because("what a service has to say goes to its structured log");

    private ServiceRules() {}

    /**
     * Nobody sleeps.
     *
     * @param but full names of the classes that may; say why beside them
     */
    public static ArchRule noSleep(String... but) {
        Set<String> excepted = Set.of(but);
        return noClasses()
                .that(DescribedPredicate.describe("are not " + excepted, type -> !excepted.contains(type.getName())))
                .should()
                .callMethodWhere(target(owner(belongToAnyOf(Thread.class, TimeUnit.class)))
                        .and(target(name("sleep"))))
                .because("a sleeping thread does not hear what it waits for; wait for a lock, a latch or a schedule");
    }

    /**
     * Features stand side by side.
     *
     * @param service the service's root package, whose direct subpackages are its features
     * @param shared those that every feature may use
     */
    public static ArchRule featuresApart(String service, String... shared) {
        return slices().matching(service + ".(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage(service + ".."), resideInAnyPackage(shared))
                .because("features meet in the database and through events");
    }

    /**
     * Features show nothing.
     *
     * @param faces the packages that other packages may use
     */
    public static ArchRule insidesInside(String... faces) {
        return classes()
                .that()
                .resideOutsideOfPackages(faces)
                .and()
                .areTopLevelClasses()
                .should()
                .bePackagePrivate()
                .because("a feature has no face to other code; make it package-private");
    }

    private static boolean isForeign(String own, String other) {
        return !other.isEmpty() && !other.equals(own) && !SHARED.contains(other);
    }

    /** What comes after {@code io.promo} in the type's package; empty for a foreign type. */
    private static String module(JavaClass type) {
        String[] parts = type.getBaseComponentType().getPackageName().split("\\.", 4);
        return parts.length > 2 && parts[0].equals("io") && parts[1].equals("promo") ? parts[2] : "";
    }
}
