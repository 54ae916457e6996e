package io.stockpile.deploy.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.deploy.ShippedBundle;
import io.stockpile.flink.FlinkCluster;
import io.stockpile.flink.FlinkJars;
import io.stockpile.flink.FlinkProcess;
import io.stockpile.flink.FlinkSettings;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cluster that has the bundle in its own class path, and clients that send it the entry point
 * alone and have an archive of classes.
 */
@EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Flink 1.19 knows Java up to 21")
class BundleInLibIT {
  private static final LocalDate FIRST = LocalDate.of(2016, 12, 1);
  private static final int DAYS = 2;

  @TempDir private Path scratch;

  @Test
  void clientsSendTheEntryPointAndShareTheirClasses() throws Exception {
    Path archive = scratch.resolve("archive");
    Path classes = scratch.resolve("client.jsa");
    try (SimulatedFirestream firestream = SimulatedFirestream.start();
        FlinkCluster cluster = FlinkCluster.startSession(scratch, settings())) {
      SimulatedData data = new SimulatedData(7);
      for (int day = 0; day < DAYS; day++) {
        LocalDate date = FIRST.plusDays(day);
        firestream.put("message", date, data.messages(date, 200).gzip());
        FlinkProcess client =
            client(
                cluster,
                day == 0
                    ? "-XX:ArchiveClassesAtExit=" + classes
                    : "-XX:SharedArchiveFile=" + classes,
                List.of(
                    "backfill",
                    "--output=" + archive,
                    "--fileTypes=message",
                    "--date=" + date,
                    "--firestreamUrl=" + firestream.url()));

        int code = client.end(180);
        assertThat(code).as(client.output() + cluster.logs()).isZero();
        assertThat(archive.resolve("_manifests/firestream/message/" + date + ".json"))
            .isRegularFile();
      }
      assertThat(classes).isRegularFile();
    }
  }

  private FlinkProcess client(FlinkCluster cluster, String option, List<String> arguments)
      throws IOException {
    List<String> words = new ArrayList<>(List.of(StockpileOnFlink.class.getName()));
    words.addAll(arguments);
    words.addAll(
        List.of(
            "--runner=FlinkRunner",
            "--flinkMaster=" + cluster.master(),
            "--filesToStage=" + entryPoint(),
            "--parallelism=1"));
    return FlinkProcess.start(
        "client",
        scratch,
        environment(),
        FlinkProcess.command(
            List.of(
                "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", option),
            classPath(),
            words));
  }

  private static FlinkSettings settings() {
    return new FlinkSettings(classPath(), environment(), 1, 1, Map.of(), FlinkSettings.QUICK_START);
  }

  private static String classPath() {
    return ShippedBundle.ofThisModule()
        + File.pathSeparator
        + FlinkJars.of(System.getProperty("java.class.path"));
  }

  private static Path entryPoint() throws IOException {
    Path target = ShippedBundle.ofThisModule().toAbsolutePath().getParent();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "stockpile-flink-*.jar")) {
      return jars.iterator().next();
    }
  }

  private static Map<String, String> environment() {
    return Map.of(
        "FIRESTREAM_USERNAME",
        SimulatedFirestream.USERNAME,
        "FIRESTREAM_PASSWORD",
        SimulatedFirestream.PASSWORD);
  }
}
