package io.promo.stack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shared rule fires on a violation planted for it, and on nothing decent. */
class HouseRulesTest {

    private static final String PLANTED = "io.promo.planted.";

    static Stream<Arguments> violations() {
        return Stream.of(
                arguments(
                        HouseRules.shouldMarkEveryPackageNullMarked, "unmarked", "Unmarked: its package is not marked"),
                arguments(HouseRules.shouldHaveFeaturesFreeOfCycles, "hen", "Cycle detected"),
                arguments(HouseRules.shouldNameThingsForWhatTheyAre, "naming", "PriceUtils"),
                arguments(HouseRules.shouldTellTheTimeByJavaTime, "time", "java.sql.Timestamp"),
                arguments(HouseRules.shouldInjectThroughConstructors, "injection", "Injected.greeting"),
                arguments(ServiceRules.shouldKnowNoOtherService, "nosy", "io.promo.sql.Database"),
                arguments(ServiceRules.shouldCallNoOneInTheRequestPath, "caller", "java.net.http.HttpClient"),
                arguments(ServiceRules.shouldKeepSqlOutOfControllers, "controller", "java.sql.Connection"),
                arguments(ServiceRules.shouldNameConsumerGroupsAfterTheTopicPrefix, "group", "\"shared\""),
                arguments(ServiceRules.shouldNotPrint, "printing", "System.out"),
                arguments(ServiceRules.noSleep(), "sleeping", "TimeUnit.sleep"),
                arguments(ServiceRules.featuresApart("io.promo.planted"), "egg", "io.promo.planted.hen.Hen"),
                arguments(ServiceRules.insidesInside(PLANTED + "hen"), "egg", "io.promo.planted.egg.Egg"));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void shouldFireOnAPlantedViolation(ArchRule rule, String planted, String named) {
        assertThatThrownBy(() -> rule.check(planted(planted)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule.getDescription())
                .hasMessageContaining(PLANTED + planted)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @MethodSource("violations")
    void shouldLetPassWhatIsDecent(ArchRule rule, String planted, String named) {
        assertThatCode(() -> rule.check(planted("decent"))).doesNotThrowAnyException();
    }

    @Test
    void shouldHaveAPlantedViolationOfEveryRule() {
        List<Object> rules = Stream.of(HouseRules.class, ServiceRules.class)
                .flatMap(home -> Arrays.stream(home.getFields()))
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .map(HouseRulesTest::value)
                .toList();
        assertThat(violations().map(violation -> violation.get()[0])).containsAll(rules);
        assertThat(rules).hasSizeGreaterThan(9);
    }

    @Test
    void shouldLetNobodySleepButThoseNamed() {
        ArchRule rule = ServiceRules.noSleep(PLANTED + "sleeping.Sleeper");
        assertThatCode(() -> rule.check(planted("sleeping", "decent"))).doesNotThrowAnyException();
    }

    @Test
    void shouldLetFeaturesStandOnWhatIsShared() {
        ArchRule rule = ServiceRules.featuresApart("io.promo.planted", PLANTED + "hen", PLANTED + "egg");
        assertThatCode(() -> rule.check(planted("hen"))).doesNotThrowAnyException();
    }

    /** The classes of some packages; the two of the cycle come together. */
    private static JavaClasses planted(String... packages) {
        boolean cycle = List.of(packages).contains("hen") || List.of(packages).contains("egg");
        Stream<String> all = Stream.concat(Stream.of(packages), cycle ? Stream.of("hen", "egg") : Stream.of());
        return new ClassFileImporter().importPackages(all.map(PLANTED::concat).toArray(String[]::new));
    }

    private static Object value(java.lang.reflect.Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
