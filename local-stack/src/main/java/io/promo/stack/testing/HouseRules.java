package io.promo.stack.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.jspecify.annotations.NullMarked;

/** What holds in every module. An architecture test takes it up with {@code ArchTests.in(HouseRules.class)}. */
public final class HouseRules {

    @ArchTest
    public static final ArchRule shouldMarkEveryPackageNullMarked = classes()
            .should(new ArchCondition<>("reside in a package marked @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + ": its package is not marked"));
                    }
                }
            })
            .because("NullAway looks at marked packages only; add a package-info.java");

    @ArchTest
    public static final ArchRule shouldHaveFeaturesFreeOfCycles = slices().matching("io.promo.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because("of two packages that need each other, neither can be understood alone")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule shouldNameThingsForWhatTheyAre = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Utilities|Helpers?|Manager|Impl)")
            .orShould()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..impl..")
            .because("such a name says nothing of what is inside; name the thing or what it does");

    @ArchTest
    public static final ArchRule shouldTellTheTimeByJavaTime = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo("java.util.Date")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo("java.util.Calendar")
            .because("java.time says which zone is meant and its values do not change");

    @ArchTest
    public static final ArchRule shouldInjectThroughConstructors =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    private HouseRules() {}
}
