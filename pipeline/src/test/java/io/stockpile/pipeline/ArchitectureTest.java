package io.stockpile.pipeline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the directions between the modules, and the few rules that a look at the classes can hold.
 */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/test-classes/"))
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.stockpile");

  private static final String BEAM = "org.apache.beam..";

  private static DescribedPredicate<JavaClass> named(String description, String pattern) {
    return DescribedPredicate.describe(description, type -> type.getName().matches(pattern));
  }

  @Test
  void theClassesAreLookedAt() {
    assertThat(CLASSES.size()).isGreaterThan(150);
    assertThat(CLASSES.contain("io.stockpile.schemas.Tables")).isTrue();
    assertThat(CLASSES.contain("io.stockpile.connectors.store.ObjectStore")).isTrue();
    assertThat(CLASSES.contain("io.stockpile.pipeline.cli.Stockpile")).isTrue();
  }

  @Test
  void schemasKnowNothingOfTheOthersOrOfBeamHttpAndS3() {
    noClasses()
        .that(resideInAPackage("io.stockpile.schemas.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "io.stockpile.connectors..",
                "io.stockpile.pipeline..",
                "io.stockpile.simulated..",
                BEAM,
                "software.amazon..",
                "org.apache.hc..",
                "org.apache.parquet..",
                "java.net.http.."))
        .check(CLASSES);
  }

  @Test
  void connectorsKnowNothingOfThePipeline() {
    noClasses()
        .that(resideInAPackage("io.stockpile.connectors.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.stockpile.pipeline..", "io.stockpile.simulated.."))
        .check(CLASSES);
  }

  @Test
  void beamStaysInTheTransformsTheBeamStoreAndTheJobs() {
    noClasses()
        .that(
            resideInAPackage("io.stockpile..")
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage(
                            "io.stockpile.pipeline.jobs..",
                            "io.stockpile.pipeline.run..",
                            "io.stockpile.pipeline.sources..",
                            "io.stockpile.pipeline.cli..")))
                .and(
                    DescribedPredicate.not(
                        named(
                            "transforms, their functions and the Beam store",
                            "io\\.stockpile\\.connectors\\.(\\w+\\.\\w+IO(\\$.*)?"
                                + "|\\w+\\.\\w+Fn(\\$.*)?|store\\.Beam\\w+(\\$.*)?)"))))
        .should()
        .dependOnClassesThat(resideInAPackage(BEAM))
        .check(CLASSES);
  }

  @Test
  void theWordsOfFirestreamStayInItsConnectorItsDerivingAndTheJobs() {
    noClasses()
        .that(
            resideInAnyPackage(
                "io.stockpile.connectors.store..",
                "io.stockpile.connectors.http..",
                "io.stockpile.connectors.gzip..",
                "io.stockpile.connectors.budget..",
                "io.stockpile.pipeline.archive..",
                "io.stockpile.pipeline.manifest..",
                "io.stockpile.pipeline.json..",
                "io.stockpile.pipeline.shred..",
                "io.stockpile.pipeline.columns..",
                "io.stockpile.pipeline.parquet.."))
        .should()
        .dependOnClassesThat(resideInAPackage("io.stockpile.connectors.firestream.."))
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineAndTheConnectorsSurroundingsAskTheMachineWhatTimeItIs() {
    DescribedPredicate<JavaClass> others =
        DescribedPredicate.not(
            named(
                "the holder of the real clock",
                "io\\.stockpile\\.connectors\\.http\\.Surroundings"));
    noClasses()
        .that(resideInAPackage("io.stockpile..").and(others))
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Clock.class, "systemUTC")
        .orShould()
        .callMethod(java.time.Clock.class, "systemDefaultZone")
        .check(CLASSES);
  }

  @Test
  void nobodyUsesTheOldDates() {
    noClasses()
        .that(resideInAPackage("io.stockpile.."))
        .should()
        .dependOnClassesThat(
            named("old dates", "java\\.util\\.(Date|Calendar|GregorianCalendar)|java\\.text\\..*"))
        .check(CLASSES);
  }

  @Test
  void jobsDoNotKnowTheCommandLineAndTheArchiveKnowsNeither() {
    noClasses()
        .that(
            resideInAnyPackage(
                "io.stockpile.pipeline.jobs..",
                "io.stockpile.pipeline.sources..",
                "io.stockpile.pipeline.run..",
                "io.stockpile.pipeline.inventory..",
                "io.stockpile.pipeline.unit.."))
        .should()
        .dependOnClassesThat(resideInAPackage("io.stockpile.pipeline.cli.."))
        .check(CLASSES);
    noClasses()
        .that(
            resideInAnyPackage(
                "io.stockpile.pipeline.archive..",
                "io.stockpile.pipeline.manifest..",
                "io.stockpile.pipeline.derive..",
                "io.stockpile.pipeline.lines..",
                "io.stockpile.pipeline.records..",
                "io.stockpile.pipeline.parquet..",
                "io.stockpile.pipeline.columns..",
                "io.stockpile.pipeline.shred..",
                "io.stockpile.pipeline.json.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "io.stockpile.pipeline.cli..",
                "io.stockpile.pipeline.jobs..",
                "io.stockpile.pipeline.run..",
                "io.stockpile.pipeline.unit.."))
        .check(CLASSES);
  }

  @Test
  void noClassIsLongerThanFiveHundredLines() throws IOException {
    Path project = Path.of("").toAbsolutePath().getParent();
    List<String> longOnes = new ArrayList<>();
    int looked = 0;
    for (String module : List.of("schemas", "connectors", "pipeline", "src/it/services")) {
      try (Stream<Path> sources = Files.walk(project.resolve(module).resolve("src/main"))) {
        for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
          looked++;
          if (Files.readString(source, StandardCharsets.UTF_8).lines().count() > 500) {
            longOnes.add(project.relativize(source).toString());
          }
        }
      }
    }
    assertThat(looked).isGreaterThan(150);
    assertThat(longOnes).isEmpty();
  }
}
