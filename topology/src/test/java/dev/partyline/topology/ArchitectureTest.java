package dev.partyline.topology;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of the house. */
@AnalyzeClasses(packages = "dev.partyline.topology", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule rulesSeeNoKafkaNoClockAndNoLogger = noClasses()
            .that()
            .haveSimpleNameEndingWith("Rules")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.slf4j..", "java.time.chrono..");

    @ArchTest
    static final ArchRule rulesHoldNoState = classes()
            .that()
            .haveSimpleNameEndingWith("Rules")
            .should()
            .haveOnlyFinalFields()
            .andShould()
            .haveOnlyPrivateConstructors();

    @ArchTest
    static final ArchRule theAssignmentNounStandsAlone = noClasses()
            .that()
            .resideInAPackage("..assignment..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("dev.partyline.topology.assignment..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule stagesDoNotSeeEachOther =
            slices().matching("dev.partyline.topology.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule visibilityKnowsNothingOfTheDirectory = noClasses()
            .that()
            .resideInAPackage("..visibility..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..directory..", "..query..", "..view..");
}
