package io.stockpile.deploy.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.deploy.ShippedBundle;
import io.stockpile.flink.FlinkCluster;
import io.stockpile.flink.FlinkJars;
import io.stockpile.flink.FlinkSettings;
import io.stockpile.simulated.ReceivedRequest;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.File;
import java.io.IOException;
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
 * Runs the shipped jar in a cluster of its own, whose JobManager runs the program. The
 * configuration is that of the descriptor for Kubernetes.
 */
@EnabledForJreRange(max = JRE.JAVA_21, disabledReason = "Flink 1.19 knows Java up to 21")
class ApplicationModeIT {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 1);

  @TempDir private Path scratch;

  @Test
  void anApplicationSucceedsTheSecondTimeTooAndFailsWhereTheCommandDoes() throws Exception {
    try (SimulatedFirestream firestream = SimulatedFirestream.start()) {
      firestream.put("message", DAY, new SimulatedData(7).messages(DAY, 200).gzip());

      Ended first = run("first", firestream, DAY);
      int requests = firestream.requests(ReceivedRequest.Place.DOWNLOAD).size();
      Ended again = run("again", firestream, DAY);
      int more = firestream.requests(ReceivedRequest.Place.DOWNLOAD).size() - requests;
      Ended incomplete = run("incomplete", firestream, DAY.plusDays(1));

      assertThat(first.code()).as(first.output()).isZero();
      assertThat(again.code()).as(again.output()).isZero();
      assertThat(again.output())
          .contains("stockpile-backfill-firestream-message-2016-12-01")
          .doesNotContain("contains no execute() calls");
      assertThat(more).isZero();
      assertThat(incomplete.code()).as(incomplete.output()).isNotZero();
      assertThat(incomplete.output()).contains("stockpile ended with exit code 3");
    }
  }

  private record Ended(int code, String output) {}

  private Ended run(String name, SimulatedFirestream firestream, LocalDate day) throws Exception {
    Path directory = Files.createDirectory(scratch.resolve(name));
    Path jars = Files.createDirectory(directory.resolve("usrlib"));
    Files.createSymbolicLink(
        jars.resolve("stockpile-flink.jar"), ShippedBundle.ofThisModule().toAbsolutePath());
    List<String> words =
        new ArrayList<>(
            List.of(
                ApplicationEntryPoint.class.getName(),
                directory.resolve("conf").toString(),
                jars.toString(),
                StockpileOnFlink.class.getName()));
    words.addAll(
        List.of(
            "backfill",
            "--runner=FlinkRunner",
            "--parallelism=1",
            "--fileTypes=message",
            "--output=" + scratch.resolve("archive"),
            "--date=" + day,
            "--firestreamUrl=" + firestream.url()));
    try (FlinkCluster cluster = FlinkCluster.startApplication(directory, settings(), words)) {
      int code = cluster.jobManager().end(120);
      return new Ended(code, cluster.jobManager().output());
    }
  }

  private static FlinkSettings settings() throws IOException {
    String classPath =
        FlinkJars.of(System.getProperty("java.class.path"))
            + File.pathSeparator
            + System.getProperty("stockpile.test.classes");
    Map<String, String> environment =
        Map.of(
            "FIRESTREAM_USERNAME",
            SimulatedFirestream.USERNAME,
            "FIRESTREAM_PASSWORD",
            SimulatedFirestream.PASSWORD);
    return new FlinkSettings(
        classPath,
        environment,
        1,
        2,
        FlinkDeployment.shipped().configuration(),
        FlinkSettings.QUICK_START);
  }
}
