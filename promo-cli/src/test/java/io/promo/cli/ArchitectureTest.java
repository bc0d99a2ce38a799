package io.promo.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.promo.cli.command.PromoCommand;
import io.promo.stack.testing.HouseRules;
import picocli.CommandLine.Command;

@AnalyzeClasses(packages = "io.promo.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests houseRules = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule shouldStandOnLittle = noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "io.promo.cli..", "java..", "picocli..", "tools.jackson..", "org.jspecify.annotations..")
            .because("the command line speaks HTTP and JSON, starts fast, and knows no service and no Spring");

    @ArchTest
    static final ArchRule shouldHaveFeaturesThatDoNotKnowEachOther = slices().matching(
                    "io.promo.cli.(event|run|audience|inbox|login|repair)")
            .should()
            .notDependOnEachOther()
            .because("what two features need belongs to command or output");

    @ArchTest
    static final ArchRule shouldPrintThroughOutputOnly = noClasses()
            .that()
            .areAssignableTo(PromoCommand.class)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("with -o json, standard output is exactly one document; use output()");

    @ArchTest
    static final ArchRule shouldGiveEveryCommandTheCommonOptions = classes()
            .that()
            .areAnnotatedWith(Command.class)
            .should()
            .beAssignableTo(PromoCommand.class)
            .because("-o, --as and --help work everywhere");
}
