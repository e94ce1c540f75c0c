package dev.partyline.api.http;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.partyline", importOptions = ImportOption.DoNotIncludeTests.class)
class HttpArchitectureTest {
    @ArchTest
    static final ArchRule ofTheTopologyTheApiSeesTheReadersDoorAlone = noClasses()
            .that()
            .resideInAPackage("dev.partyline.api.http..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.partyline.topology..")
                    .and(resideOutsideOfPackage("dev.partyline.topology.query..")));

    @ArchTest
    static final ArchRule onlyTheIntakeAndEmbeddedModeKnowKafka = noClasses()
            .that()
            .resideInAPackage("dev.partyline.api.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "kafka..");

    @ArchTest
    static final ArchRule thePackagesOfTheApiHaveNoCycles =
            slices().matching("dev.partyline.api.(**)").should().beFreeOfCycles();
}
