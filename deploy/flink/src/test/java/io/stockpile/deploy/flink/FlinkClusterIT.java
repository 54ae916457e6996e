package io.stockpile.deploy.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockpile.connectors.store.EmbeddedS3;
import io.stockpile.deploy.ShippedBundle;
import io.stockpile.flink.FlinkCluster;
import io.stockpile.flink.FlinkJars;
import io.stockpile.flink.FlinkProcess;
import io.stockpile.flink.FlinkSettings;
import io.stockpile.simulated.Fault;
import io.stockpile.simulated.ReceivedRequest;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the shipped jar on a real cluster, and kills one of its processes while it works on units.
 */
@EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Flink 1.19 knows Java up to 21")
class FlinkClusterIT {
  private static final LocalDate FIRST = LocalDate.of(2016, 12, 1);
  private static final int DAYS = 20;
  private static final int UNITS = 2 * DAYS;
  private static final long NEEDED = 4_000_000_000L;
  private static final List<String> CLIENT =
      List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  @TempDir private static Path scratch;
  private static EmbeddedS3 server;
  private static SimulatedFirestream firestream;
  private static FlinkCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    long memory =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getTotalMemorySize();
    assumeTrue(
        memory >= NEEDED, "a cluster of three JVMs wants 4 GB; this machine has " + memory + " B");
    server = EmbeddedS3.start();
    firestream = SimulatedFirestream.start();
    SimulatedData data = new SimulatedData(7);
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = FIRST.plusDays(day);
      firestream.put("message", date, data.messages(date, 200 + day).gzip());
      firestream.put("activity", date, data.activities(date, 100 + day).gzip());
    }
    FlinkSettings settings =
        new FlinkSettings(flink(), environment(), 2, 2, Map.of(), FlinkSettings.QUICK_START);
    cluster = FlinkCluster.startSession(scratch, settings);
  }

  @AfterAll
  static void stop() throws Exception {
    if (cluster != null) {
      cluster.close();
      firestream.close();
      server.close();
    }
  }

  @Test
  void anArchiveIsExactThoughATaskManagerIsKilledInTheMiddle() throws Exception {
    S3Archive onFlink = new S3Archive(server, "flink");
    int before = firestream.requests(ReceivedRequest.Place.DOWNLOAD).size();
    FlinkProcess client = submit("killed", onFlink, "--readTimeout=PT3S");

    // From here on downloads begin but do not end, so a worker is working on each open unit.
    await(client, () -> onFlink.manifests().size() >= 4);
    firestream.onEveryDownload(Fault.stallAfter(200));
    await(client, () -> openUnits(onFlink, before) == 2);
    assertThat(onFlink.manifests().size()).isBetween(4, UNITS - 2);
    cluster.killTaskManager();
    firestream.onEveryDownload(Fault.none());

    int code = client.end(120);
    assertThat(code).as(client.output() + cluster.logs()).isZero();
    assertThat(client.output()).contains("40 units");
    assertThat(cluster.get("/jobs/overview").findValuesAsText("name"))
        .contains("stockpile-backfill-firestream-activity-message-2016-12-01-to-2016-12-21");
    assertThat(cluster.logs() + client.output()).doesNotContain(SimulatedFirestream.PASSWORD);
    assertThat(onFlink.unfinishedUploads()).isEmpty();

    S3Archive embedded = new S3Archive(server, "embedded");
    ShippedBundle.Ended reference =
        new ShippedBundle(Path.of(System.getProperty("stockpile.embedded")), scratch, environment())
            .run(arguments(embedded).toArray(new String[0]));
    assertThat(reference.code()).as(reference.err()).isZero();
    assertThat(onFlink.files()).isEqualTo(embedded.files());
    assertThat(onFlink.rows(scratch.resolve("f"), "messages"))
        .isEqualTo(embedded.rows(scratch.resolve("e"), "messages"));
  }

  @Test
  void flinkRunSubmitsItAndEndsWithTheCommandsExitCode() throws Exception {
    S3Archive archive = new S3Archive(server, "run");

    FlinkProcess complete = flinkRun("complete", archive, FIRST);
    FlinkProcess incomplete = flinkRun("incomplete", archive, FIRST.plusDays(DAYS));

    assertThat(complete.end(120)).as(complete.output()).isZero();
    assertThat(incomplete.end(120)).as(incomplete.output()).isEqualTo(3);
    assertThat(archive.manifests()).contains("_manifests/firestream/message/" + FIRST + ".json");
  }

  private static FlinkProcess flinkRun(String name, S3Archive archive, LocalDate day)
      throws Exception {
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("FLINK_CONF_DIR", scratch.resolve("conf").toString());
    return FlinkProcess.start(
        name,
        scratch,
        environment,
        FlinkProcess.command(
            CLIENT,
            flink(),
            List.of(
                "org.apache.flink.client.cli.CliFrontend",
                "run",
                ShippedBundle.ofThisModule().toString(),
                "backfill",
                "--runner=FlinkRunner",
                "--parallelism=1",
                "--output=" + archive.url(),
                "--s3Endpoint=" + server.endpoint(),
                "--s3PathStyle",
                "--date=" + day,
                "--firestreamUrl=" + firestream.url())));
  }

  /** How many units have been requested from the service and not been committed. */
  private static int openUnits(S3Archive archive, int before) {
    long asked =
        firestream.requests(ReceivedRequest.Place.DOWNLOAD).stream()
            .skip(before)
            .map(ReceivedRequest::path)
            .distinct()
            .count();
    return Math.toIntExact(asked) - archive.manifests().size();
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(FlinkProcess client, Condition condition) throws Exception {
    while (!condition.holds()) {
      assertThat(client.livesOn()).as("the client ended before: %s", client.output()).isTrue();
    }
  }

  private static FlinkProcess submit(String name, S3Archive archive, String... more)
      throws Exception {
    List<String> words = new ArrayList<>(List.of(StockpileOnFlink.class.getName()));
    words.addAll(arguments(archive));
    words.addAll(
        List.of("--runner=FlinkRunner", "--flinkMaster=" + cluster.master(), "--parallelism=2"));
    words.addAll(List.of(more));
    return FlinkProcess.start(
        name,
        scratch,
        environment(),
        FlinkProcess.command(
            CLIENT, ShippedBundle.ofThisModule() + File.pathSeparator + flink(), words));
  }

  private static String flink() {
    return FlinkJars.of(System.getProperty("java.class.path"));
  }

  private static List<String> arguments(S3Archive archive) {
    return List.of(
        "backfill",
        "--output=" + archive.url(),
        "--s3Endpoint=" + server.endpoint(),
        "--s3PathStyle",
        "--from=" + FIRST,
        "--to=" + FIRST.plusDays(DAYS),
        "--firestreamUrl=" + firestream.url());
  }

  private static Map<String, String> environment() {
    return Map.of(
        "AWS_ACCESS_KEY_ID",
        EmbeddedS3.ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY",
        EmbeddedS3.SECRET_KEY,
        "FIRESTREAM_USERNAME",
        SimulatedFirestream.USERNAME,
        "FIRESTREAM_PASSWORD",
        SimulatedFirestream.PASSWORD);
  }
}
