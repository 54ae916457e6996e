package io.stockpile.deploy.dataflow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockpile.deploy.ShippedBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bundle as users start it, up to the submission of the job. Archive, staging and job go to
 * services in this process, through Beam's own clients and without an account.
 */
class DataflowJobIT {
  private static final String USERNAME = "ann@example.org";
  private static final String PASSWORD = "kX7!vQ2-tops3cret/Word+9";
  private static final String AWS_SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY";

  @TempDir Path scratch;
  private SimulatedStorage storage;
  private SimulatedDataflow dataflow;

  @BeforeEach
  void start() throws IOException {
    storage = SimulatedStorage.start();
  }

  @AfterEach
  void stop() {
    storage.close();
    dataflow.close();
  }

  @Test
  void submitsAJobThatCanBeFoundAgainAndHoldsNoSecret() throws Exception {
    dataflow = SimulatedDataflow.start("JOB_STATE_DONE");

    ShippedBundle.Ended ended = run();

    assertThat(dataflow.jobs()).as(ended.err() + ended.out()).hasSize(1);
    JsonNode job = dataflow.jobs().get(0);
    assertThat(job.get("type").asText()).isEqualTo("JOB_TYPE_BATCH");
    assertThat(job.get("name").asText()).matches("[a-z]([-a-z0-9]*[a-z0-9])?");
    assertThat(userNames(job)).containsExactly("Units", "LandDeriveCommit");
    assertThat(labels(job))
        .contains("\"stockpile-command\":\"backfill\"", "\"stockpile-from\":\"2016-12-05\"");
    assertThat(packages(job))
        .as("what workers get is the bundle and nothing else")
        .hasSize(1)
        .allMatch(name -> name.matches("stockpile-dataflow-.*\\.jar"));
    JsonNode options = job.at("/environment/sdkPipelineOptions/options");
    assertThat(options.get("output").asText()).isEqualTo(output());
    assertThat(options.get("firestreamCredentials").asText()).isEqualTo("env:FIRESTREAM");
    holdsNoSecret(job, ended);
    assertThat(ended.code())
        .as("the job ended well, but no worker told of any unit: " + ended.out())
        .isEqualTo(1);
    assertThat(ended.out()).contains("no worker told how it ended").contains("4 units: 4 failed");
  }

  @Test
  void saysHowAJobEndedThatDidNotEndWell() throws Exception {
    dataflow = SimulatedDataflow.start("JOB_STATE_CANCELLED");

    ShippedBundle.Ended ended = run();

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).contains("the pipeline ended as CANCELLED");
  }

  @Test
  void writesATemplateWhoseJobJudgesItself() throws Exception {
    dataflow = SimulatedDataflow.start("JOB_STATE_DONE");
    String place = "gs://" + SimulatedStorage.BUCKET + "/templates/backfill";

    Path file = Files.writeString(scratch.resolve("credentials"), USERNAME + ":" + PASSWORD);

    ShippedBundle.Ended ended =
        run("--templateLocation=" + place, "--firestreamCredentials=file:" + file);

    assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
    assertThat(ended.out()).contains("a job of 4 units is written to " + place);
    assertThat(dataflow.jobs()).isEmpty();
    JsonNode template = new ObjectMapper().readTree(storage.contents().get("templates/backfill"));
    assertThat(userNames(template)).contains("LandDeriveCommit");
    assertThat(userNames(template).get(userNames(template).size() - 1)).isEqualTo("Verdict");
    holdsNoSecret(template, ended);
  }

  private ShippedBundle.Ended run(String... more) throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "backfill",
                "--output=" + output(),
                "--from=2016-12-05",
                "--to=2016-12-07",
                "--runner=DataflowRunner",
                "--project=my-project",
                "--region=europe-west1",
                "--tempLocation=gs://" + SimulatedStorage.BUCKET + "/temp",
                "--gcsEndpoint=" + storage.endpoint(),
                "--dataflowEndpoint=" + dataflow.endpoint(),
                "--credentialFactoryClass="
                    + "org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory"));
    arguments.addAll(Arrays.asList(more));
    Map<String, String> environment =
        Map.of(
            "FIRESTREAM_USERNAME",
            USERNAME,
            "FIRESTREAM_PASSWORD",
            PASSWORD,
            "AWS_SECRET_ACCESS_KEY",
            AWS_SECRET);
    return new ShippedBundle(ShippedBundle.ofThisModule(), scratch, environment)
        .run(arguments.toArray(String[]::new));
  }

  private static String output() {
    return "gs://" + SimulatedStorage.BUCKET + "/archive";
  }

  private static List<String> userNames(JsonNode job) {
    List<String> names = new ArrayList<>();
    job.get("steps").forEach(step -> names.add(step.at("/properties/user_name/value").asText()));
    return names;
  }

  /** The labels of the job. Dataflow takes them from the job itself, or from the options in it. */
  private static String labels(JsonNode job) {
    JsonNode labels = job.get("labels");
    return (labels == null ? job.at("/environment/sdkPipelineOptions/options/labels") : labels)
        .toString();
  }

  private static List<String> packages(JsonNode job) {
    List<String> names = new ArrayList<>();
    job.at("/environment/workerPools/0/packages")
        .forEach(staged -> names.add(staged.get("name").asText()));
    return names;
  }

  /**
   * Asserts that no secret is, in any form, in the job, in the staged files beside the bundle, or
   * on the screen.
   */
  private void holdsNoSecret(JsonNode job, ShippedBundle.Ended ended) {
    List<byte[]> seen = new ArrayList<>(SerializedParts.in(job));
    assertThat(seen).as("functions in the job").isNotEmpty();
    seen.add(job.toString().getBytes(UTF_8));
    seen.add((ended.out() + ended.err()).getBytes(UTF_8));
    storage.contents().entrySet().stream()
        .filter(object -> !object.getKey().endsWith(".jar"))
        .map(Map.Entry::getValue)
        .forEach(
            object -> {
              seen.add(object);
              seen.addAll(SerializedParts.in(object));
            });
    StringBuilder all = new StringBuilder();
    seen.forEach(bytes -> all.append(new String(bytes, ISO_8859_1)));
    assertThat(all.toString().contains("io.stockpile.pipeline.unit.WorkerSettings"))
        .as("the functions were unpacked")
        .isTrue();
    for (String secret : List.of(USERNAME, PASSWORD, AWS_SECRET)) {
      forms(secret)
          .forEach(form -> assertThat(all.indexOf(form)).as("place of %s", form).isEqualTo(-1));
    }
  }

  private static Stream<String> forms(String secret) {
    byte[] bytes = secret.getBytes(UTF_8);
    String pair = USERNAME + ":" + PASSWORD;
    return Stream.of(
        secret,
        java.net.URLEncoder.encode(secret, UTF_8),
        java.util.Base64.getEncoder().withoutPadding().encodeToString(bytes),
        java.util.Base64.getEncoder().withoutPadding().encodeToString(pair.getBytes(UTF_8)));
  }
}
