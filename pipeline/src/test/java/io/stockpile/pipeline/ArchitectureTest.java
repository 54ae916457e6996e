package io.stockpile.pipeline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks the dependencies between modules and packages, and other rules that the classes and files
 * show.
 */
class ArchitectureTest {
  private static final List<String> MODULES =
      List.of(
          "schemas",
          "connectors",
          "pipeline",
          "src/it/services",
          "src/it/flink-cluster",
          "src/bench",
          "src/examples",
          "deploy/checks",
          "deploy/dataflow",
          "deploy/embedded",
          "deploy/flink",
          "deploy/iceberg");

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
  void beamStaysInTheTransformsTheBeamStoreAndTheRuns() {
    noClasses()
        .that(
            resideInAPackage("io.stockpile..")
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage(
                            "io.stockpile.pipeline.beam..",
                            "io.stockpile.pipeline.rows..",
                            "io.stockpile.pipeline.run..",
                            "io.stockpile.pipeline.cli..")))
                .and(
                    DescribedPredicate.not(
                        named(
                            "the Beam store",
                            "io\\.stockpile\\.connectors\\.store\\.Beam\\w+(\\$.*)?"))))
        .should()
        .dependOnClassesThat(resideInAPackage(BEAM))
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
  void everyRoomUsesOnlyWhatThePageOnArchitectureNames() throws IOException {
    Map<String, Set<String>> rooms = Rooms.read();
    List<String> wrong = new ArrayList<>();
    Set<String> found = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (isOfPipeline(type)) {
        found.add(type.getPackageName());
        Set<String> uses = rooms.getOrDefault(type.getPackageName(), Set.of());
        type.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(ArchitectureTest::isOfPipeline)
            .filter(used -> !used.getPackageName().equals(type.getPackageName()))
            .filter(used -> !uses.contains("any") && !uses.contains(used.getPackageName()))
            .forEach(used -> wrong.add(type.getName() + " uses " + used.getName()));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(rooms.keySet()).containsExactlyInAnyOrderElementsOf(found);
  }

  private static boolean isOfPipeline(JavaClass type) {
    return type.getPackageName().startsWith(Rooms.PIPELINE);
  }

  @Test
  void noPackagesGoInACircle() {
    slices().matching("io.stockpile.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheCommandLineTheTransformsTheRegistryAndTheDemoNameASource() {
    noClasses()
        .that(
            resideInAPackage("io.stockpile.pipeline..")
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage(
                            "io.stockpile.pipeline.beam..",
                            "io.stockpile.pipeline.cli..",
                            "io.stockpile.pipeline.sources..")))
                .and(
                    DescribedPredicate.not(
                        named("the demo", "io\\.stockpile\\.pipeline\\.jobs\\.\\w*Demo(Job)?"))))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "io.stockpile.pipeline.sources..",
                "io.stockpile.connectors.firestream..",
                "io.stockpile.connectors.files..",
                "io.stockpile.connectors.replay..",
                "io.stockpile.connectors.rules..",
                "io.stockpile.connectors.budget.."))
        .check(CLASSES);
  }

  @Test
  void whatAllSourcesShareKnowsNoService() {
    noClasses()
        .that(
            resideInAnyPackage(
                "io.stockpile.connectors.landing..",
                "io.stockpile.connectors.budget..",
                "io.stockpile.connectors.store..",
                "io.stockpile.connectors.credentials..",
                "io.stockpile.connectors.http..",
                "io.stockpile.connectors.proxy..",
                "io.stockpile.connectors.gzip..",
                "io.stockpile.connectors.codec..",
                "io.stockpile.connectors.json.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "io.stockpile.connectors.firestream..",
                "io.stockpile.connectors.files..",
                "io.stockpile.connectors.replay..",
                "io.stockpile.connectors.rules.."))
        .check(CLASSES);
  }

  @Test
  void filesAndPackagesAreSmall() throws IOException {
    List<Integer> lengths = new ArrayList<>();
    List<String> tooLarge = new ArrayList<>();
    Map<Path, Integer> packages = new TreeMap<>();
    for (String module : MODULES) {
      try (Stream<Path> sources = Files.walk(Rooms.project().resolve(module).resolve("src/main"))) {
        for (Path file : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
          if (file.endsWith("package-info.java")) {
            continue;
          }
          int lines = Files.readAllLines(file, StandardCharsets.UTF_8).size();
          lengths.add(lines);
          packages.merge(file.getParent(), 1, Integer::sum);
          if (lines > 400) {
            tooLarge.add(file.getFileName() + " has " + lines + " lines");
          }
        }
      }
    }
    packages.forEach(
        (directory, files) -> {
          if (files > 20 && !directory.endsWith("connectors/store")) {
            tooLarge.add(directory + " has " + files + " files");
          }
        });
    Collections.sort(lengths);
    assertThat(lengths).hasSizeGreaterThan(400);
    assertThat(tooLarge).isEmpty();
    assertThat(lengths.get(lengths.size() / 2)).as("median").isLessThanOrEqualTo(80);
    assertThat(lengths.get(lengths.size() * 9 / 10)).as("nine of ten").isLessThanOrEqualTo(180);
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    List<String> silent = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> sources = Files.walk(Rooms.project().resolve(module).resolve("src/main"))) {
        sources
            .filter(path -> path.toString().endsWith(".java"))
            .map(Path::getParent)
            .distinct()
            .filter(directory -> !Files.exists(directory.resolve("package-info.java")))
            .forEach(directory -> silent.add(directory.toString()));
      }
    }
    assertThat(silent).isEmpty();
  }
}
