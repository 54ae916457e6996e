package io.stockpile.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubernetes.client.openapi.models.V1CronJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SystemdTest {
  private static final Path DIRECTORY = Path.of("systemd");
  private static final Path BACKFILL = DIRECTORY.resolve("stockpile-backfill.service");
  private static final Optional<Tool> ANALYZE = Tool.find("systemd-analyze");

  /** The greatest exposure that systemd-analyze calls OK, in tenths. */
  private static final String EXPOSURE = "20";

  static Stream<Path> services() throws IOException {
    return files(".service");
  }

  static Stream<Path> timers() throws IOException {
    return files(".timer");
  }

  private static Stream<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    }
  }

  private static Tool systemdAnalyze() {
    assumeTrue(ANALYZE.isPresent(), "systemd-analyze is not on this machine (package systemd)");
    return ANALYZE.orElseThrow();
  }

  /** Copies the units, with the launcher of the checkout in place of the installed one. */
  private static List<String> here(Path scratch) throws IOException {
    String launcher = Path.of("..", "..", "stockpile").toRealPath().toString();
    List<String> units = new ArrayList<>();
    for (Path file : Stream.concat(services(), timers()).toList()) {
      Path copy = scratch.resolve(file.getFileName());
      Files.writeString(copy, Files.readString(file).replace("/opt/stockpile/stockpile", launcher));
      units.add(copy.toString());
    }
    return units;
  }

  @Test
  void systemdItselfFindsNothingWrong(@TempDir Path scratch) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("verify", "--man=no"));
    arguments.addAll(here(scratch));

    Tool.Ended verified = systemdAnalyze().run(scratch, Map.of(), arguments);

    assertThat(verified.text()).isEmpty();
    assertThat(verified.code()).isZero();
  }

  @ParameterizedTest
  @MethodSource("services")
  void theServiceMayDoNothingButItsWork(Path file, @TempDir Path scratch) throws Exception {
    here(scratch);
    String unit = scratch.resolve(file.getFileName()).toString();

    Tool.Ended judged =
        systemdAnalyze()
            .run(
                scratch,
                Map.of(),
                List.of("security", "--offline=yes", "--threshold=" + EXPOSURE, unit));

    assertThat(judged.code()).as(judged.text()).isZero();
  }

  @ParameterizedTest
  @MethodSource("timers")
  void theTimerIsInUtcAndMakesGoodWhatWasMissed(Path file, @TempDir Path scratch) throws Exception {
    UnitFile timer = UnitFile.read(file);
    String times = timer.only("OnCalendar");

    assertThat(times).endsWith(" UTC");
    assertThat(timer.only("Persistent")).isEqualTo("true");
    assertThat(file.resolveSibling(file.getFileName().toString().replace(".timer", ".service")))
        .exists();
    Tool.Ended next = systemdAnalyze().run(scratch, Map.of(), List.of("calendar", times));
    assertThat(next.code()).as(next.text()).isZero();
  }

  @ParameterizedTest
  @MethodSource("services")
  void onlyWhatMayPassByItselfIsTriedAgain(Path file) throws IOException {
    UnitFile unit = UnitFile.read(file);

    assertThat(unit.only("Restart")).isEqualTo("on-failure");
    assertThat(unit.only("SuccessExitStatus")).isEqualTo("3");
    assertThat(unit.only("RestartPreventExitStatus")).isEqualTo("2 4");
    assertThat(unit.only("Type")).isEqualTo("oneshot");
    assertThat(unit.only("StartLimitBurst")).isEqualTo("4");
  }

  @Test
  void theBackfillBringsTheWeek(@TempDir Path directory) throws IOException {
    UnitFile unit = UnitFile.read(BACKFILL);
    LocalDate first = Nightly.YESTERDAY.minusDays(6);
    List<String> words =
        unit.execStart(
            Map.of(
                "STOCKPILE_OUTPUT", "s3://bucket/archive",
                "CREDENTIALS_DIRECTORY", "/run/credentials/stockpile-backfill.service"));

    assertThat(words.get(0)).isEqualTo("/opt/stockpile/stockpile");
    assertThat(unit.only("LoadCredential")).isEqualTo("firestream:/etc/stockpile/firestream");
    assertThat(words)
        .contains(
            "--firestreamCredentials=file:/run/credentials/stockpile-backfill.service/firestream");
    try (Nightly nightly = new Nightly(directory)) {
      nightly.offer(first, Nightly.YESTERDAY);

      Nightly.Ended ended = nightly.run(words.subList(1, words.size()));

      assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
      assertThat(nightly.manifests())
          .containsExactlyElementsOf(Nightly.manifestsOf(first, Nightly.YESTERDAY));
    }
  }

  @Test
  void theCollectionAsksAsTheCronJobDoes() throws IOException {
    UnitFile unit = UnitFile.read(DIRECTORY.resolve("stockpile-collect.service"));
    List<String> words =
        unit.execStart(
            Map.of(
                "STOCKPILE_OUTPUT", "s3://bucket/archive",
                "STOCKPILE_STREAMS", "symbol/AAPL,trending",
                "CREDENTIALS_DIRECTORY", "/run/secrets"));
    List<String> cronJob = cronJob("collect.yaml");

    assertThat(words.subList(1, words.size() - 1))
        .isEqualTo(cronJob.subList(0, cronJob.size() - 1));
    assertThat(words.get(words.size() - 1))
        .isEqualTo("--apiCredentials=file:/run/secrets/stocktwits");
    assertThat(unit.only("LoadCredential")).isEqualTo("stocktwits:/etc/stockpile/stocktwits");
  }

  private static List<String> cronJob(String file) throws IOException {
    return KubernetesManifests.read(Path.of("kubernetes", file))
        .only(V1CronJob.class)
        .getSpec()
        .getJobTemplate()
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .get(0)
        .getArgs();
  }

  @Test
  void theReplayAsksAsTheCronJobDoes() throws IOException {
    UnitFile unit = UnitFile.read(DIRECTORY.resolve("stockpile-replay.service"));
    List<String> words =
        unit.execStart(
            Map.of(
                "STOCKPILE_OUTPUT", "s3://bucket/archive",
                "STOCKPILE_ACCOUNT", "account",
                "STOCKPILE_STREAM_LABEL", "prod",
                "CREDENTIALS_DIRECTORY", "/run/secrets"));
    List<String> cronJob = cronJob("replay.yaml");

    assertThat(words.subList(1, words.size() - 1))
        .isEqualTo(cronJob.subList(0, cronJob.size() - 1));
    assertThat(words.get(words.size() - 1)).isEqualTo("--replayCredentials=file:/run/secrets/gnip");
    assertThat(unit.only("LoadCredential")).isEqualTo("gnip:/etc/stockpile/gnip");
  }
}
