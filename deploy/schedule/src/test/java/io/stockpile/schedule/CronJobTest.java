package io.stockpile.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1JobSpec;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1SecurityContext;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CronJobTest {
  private static final Path DIRECTORY = Path.of("kubernetes");
  private static final Path BACKFILL = DIRECTORY.resolve("backfill.yaml");

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files.sorted().toList().stream();
    }
  }

  private static V1CronJob cronJob(Path file) throws IOException {
    return KubernetesManifests.read(file).only(V1CronJob.class);
  }

  private static V1JobSpec job(Path file) throws IOException {
    return cronJob(file).getSpec().getJobTemplate().getSpec();
  }

  private static V1PodSpec pod(Path file) throws IOException {
    return job(file).getTemplate().getSpec();
  }

  private static V1Container container(Path file) throws IOException {
    assertThat(pod(file).getContainers()).hasSize(1);
    return pod(file).getContainers().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "concurrencyPolicy, concurencyPolicy",
    "podFailurePolicy, podFailurePolicies",
    "readOnlyRootFilesystem, readOnlyRootFileSystem",
    "secretName, secret",
    "name: stockpile-backfill, nam: stockpile-backfill"
  })
  void whatTheApiDoesNotKnowIsRefusedHereToo(String right, String wrong) throws IOException {
    String yaml = Files.readString(BACKFILL);
    assertThat(yaml).contains(right);

    assertThatThrownBy(() -> KubernetesManifests.parse(yaml.replaceFirst(right, wrong)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @MethodSource("files")
  void twoRunsAreNeverAtOnceAndTimesAreInUtc(Path file) throws IOException {
    V1CronJob cronJob = cronJob(file);

    assertThat(cronJob.getSpec().getTimeZone()).isEqualTo("Etc/UTC");
    assertThat(cronJob.getSpec().getConcurrencyPolicy()).isEqualTo("Forbid");
    assertThat(cronJob.getSpec().getStartingDeadlineSeconds()).isPositive();
    assertThat(job(file).getActiveDeadlineSeconds()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("files")
  void onlyWhatMayPassByItselfIsTriedAgain(Path file) throws IOException {
    FailurePolicy policy = new FailurePolicy(job(file).getPodFailurePolicy());

    assertThat(policy.actionFor(1, Set.of())).isEqualTo("Count");
    assertThat(policy.actionFor(137, Set.of())).isEqualTo("Count");
    assertThat(policy.actionFor(2, Set.of())).isEqualTo("FailJob");
    assertThat(policy.actionFor(3, Set.of())).isEqualTo("FailJob");
    assertThat(policy.actionFor(4, Set.of())).isEqualTo("FailJob");
    assertThat(policy.actionFor(143, Set.of("DisruptionTarget"))).isEqualTo("Ignore");
    assertThat(job(file).getBackoffLimit()).isBetween(1, 5);
    assertThat(pod(file).getRestartPolicy()).as("what the policy demands").isEqualTo("Never");
    assertThat(
            job(file).getPodFailurePolicy().getRules().get(1).getOnExitCodes().getContainerName())
        .isEqualTo(container(file).getName());
  }

  @ParameterizedTest
  @MethodSource("files")
  void theContainerMayDoNothingButItsWork(Path file) throws IOException {
    V1PodSpec pod = pod(file);
    V1Container container = container(file);
    V1SecurityContext security = container.getSecurityContext();

    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(security.getReadOnlyRootFilesystem()).isTrue();
    assertThat(security.getAllowPrivilegeEscalation()).isFalse();
    assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
    assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
  }

  @ParameterizedTest
  @MethodSource("files")
  void theCredentialsAreAFileOfASecretThatIsMounted(Path file) throws IOException {
    String reference =
        container(file).getArgs().stream()
            .filter(argument -> argument.matches("--\\w+Credentials=file:.*"))
            .map(argument -> argument.substring(argument.indexOf("file:") + 5))
            .findFirst()
            .orElseThrow();
    V1VolumeMount mount =
        container(file).getVolumeMounts().stream()
            .filter(candidate -> reference.startsWith(candidate.getMountPath() + "/"))
            .findFirst()
            .orElseThrow();
    V1Volume volume =
        pod(file).getVolumes().stream()
            .filter(candidate -> candidate.getName().equals(mount.getName()))
            .findFirst()
            .orElseThrow();

    assertThat(mount.getReadOnly()).isTrue();
    assertThat(volume.getSecret().getDefaultMode()).isEqualTo(0440);
    String key = reference.substring(mount.getMountPath().length() + 1);
    assertThat(Files.readString(file))
        .as("the command that makes the secret")
        .contains(
            "create secret generic " + volume.getSecret().getSecretName() + " --from-file=" + key);
  }

  @Test
  void theBackfillBringsTheWeekAndSaysThreeWhileADayIsNotThereYet(@TempDir Path directory)
      throws IOException {
    LocalDate first = Nightly.YESTERDAY.minusDays(6);
    try (Nightly nightly = new Nightly(directory)) {
      nightly.offer(first, Nightly.YESTERDAY.minusDays(1));

      Nightly.Ended tooEarly = nightly.run(container(BACKFILL).getArgs());
      nightly.offer(Nightly.YESTERDAY, Nightly.YESTERDAY);
      Nightly.Ended later = nightly.run(container(BACKFILL).getArgs());

      assertThat(tooEarly.code()).as(tooEarly.err() + tooEarly.out()).isEqualTo(3);
      assertThat(tooEarly.out()).contains("12 committed, 2 absent");
      assertThat(later.code()).as(later.err() + later.out()).isZero();
      assertThat(later.out()).contains("2 committed, 12 already held");
      assertThat(nightly.manifests())
          .containsExactlyElementsOf(Nightly.manifestsOf(first, Nightly.YESTERDAY));
    }
  }

  @Test
  void theReplayBringsTheCompleteDaysOnce(@TempDir Path directory) throws IOException {
    Instant now = Instant.parse("2016-12-10T09:37:00Z");
    List<String> words = container(DIRECTORY.resolve("replay.yaml")).getArgs();
    try (HourlyReplay hourly = new HourlyReplay(directory, now)) {
      Nightly.Ended ended = hourly.run(words);
      Nightly.Ended again = hourly.run(words);

      assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
      assertThat(hourly.asked()).isEqualTo(Duration.ofDays(4));
      assertThat(again.code()).as(again.err() + again.out()).isZero();
      assertThat(hourly.requests()).as("the second run asks for nothing").isEqualTo(4 * 12);
    }
  }

  @Test
  void theCollectionBringsWhatIsNewEveryHour(@TempDir Path directory) throws IOException {
    List<String> words = container(DIRECTORY.resolve("collect.yaml")).getArgs();
    try (HourlyCollect hourly = new HourlyCollect(directory)) {
      Nightly.Ended first = hourly.run(words);
      int requests = hourly.requests();
      hourly.anHourLater(40);
      Nightly.Ended second = hourly.run(words);

      assertThat(first.code()).as(first.err() + first.out()).isZero();
      assertThat(second.code()).as(second.err() + second.out()).isZero();
      assertThat(hourly.requests() - requests).as("two pages of each stream").isEqualTo(4);
    }
  }

  @Test
  void theImageIsThatOfThisVersion() throws IOException {
    assertThat(List.of(container(BACKFILL).getImage()))
        .containsExactly("stockpile:" + System.getProperty("stockpile.version"));
  }
}
