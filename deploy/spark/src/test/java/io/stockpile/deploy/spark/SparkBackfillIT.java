package io.stockpile.deploy.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockpile.connectors.http.Sleeper;
import io.stockpile.connectors.http.Surroundings;
import io.stockpile.deploy.ShippedBundle;
import io.stockpile.pipeline.cli.Stockpile;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark writes the same archive, byte for byte, as the runner in this process. */
@EnabledForJreRange(max = JRE.JAVA_17, disabledReason = "Spark 3.5 knows Java up to 17")
class SparkBackfillIT {
  private static final LocalDate FIRST = LocalDate.of(2016, 12, 5);
  private static final int DAYS = 3;

  /** The exit code, because the service does not have the last requested day. */
  private static final int INCOMPLETE = 3;

  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "FIRESTREAM_USERNAME",
          SimulatedFirestream.USERNAME,
          "FIRESTREAM_PASSWORD",
          SimulatedFirestream.PASSWORD);

  @TempDir private Path scratch;
  private SimulatedFirestream firestream;
  private SparkSubmission spark;

  @BeforeEach
  void start() throws IOException {
    firestream = SimulatedFirestream.start();
    SimulatedData data = new SimulatedData(5);
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = FIRST.plusDays(i);
      firestream.put("message", day, data.messages(day, 1_500).gzip());
      firestream.put("activity", day, data.activities(day, 400).gzip());
    }
    spark = new SparkSubmission(ShippedBundle.ofThisModule(), scratch, CREDENTIALS);
  }

  @AfterEach
  void stop() throws IOException {
    firestream.close();
  }

  /** The second master has two executors in processes of their own. */
  @ParameterizedTest
  @ValueSource(strings = {"local[2]", "local-cluster[2,1,512]"})
  void archivesTheSameBytesAsTheRunnerInThisProcess(String master) throws Exception {
    SparkSubmission.Ended ended = spark.run(master, backfill("spark", master));

    assertThat(ended.code()).as(ended.err() + ended.out()).isEqualTo(INCOMPLETE);
    assertThat(ended.out()).contains("8 units: 6 committed, 2 absent");
    assertThat(ended.out() + ended.err()).doesNotContain(SimulatedFirestream.PASSWORD);
    embedded();
    assertThat(archive("spark")).isEqualTo(archive("embedded"));
    assertThat(archive("spark").keySet())
        .anyMatch(name -> name.startsWith("stocktwits/messages/date=2016-12-05/"))
        .noneMatch(name -> name.startsWith("_runs"));
  }

  private String[] backfill(String archive, String master) {
    return new String[] {
      "backfill",
      "--output=" + scratch.resolve(archive),
      "--from=" + FIRST,
      "--to=" + FIRST.plusDays(DAYS + 1),
      "--firestreamUrl=" + firestream.url(),
      "--runner=SparkRunner",
      "--sparkMaster=" + master
    };
  }

  private void embedded() {
    Surroundings surroundings =
        new Surroundings(
            Clock.systemUTC(),
            Sleeper.system(),
            () -> 0.5,
            name -> Optional.ofNullable(CREDENTIALS.get(name)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    String[] arguments = backfill("embedded", "");
    int code =
        new Stockpile(surroundings, print, print)
            .run(Stream.of(arguments).limit(arguments.length - 2L).toArray(String[]::new));
    assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isEqualTo(INCOMPLETE);
  }

  /** The digest of every file; for a manifest its content without the time of the commit. */
  private Map<String, String> archive(String name) throws IOException {
    Path root = scratch.resolve(name);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String key = root.relativize(file).toString();
        if (!key.equals("_staging/.lock")) {
          files.put(key, key.startsWith("_manifests") ? manifest(file) : sha256(file));
        }
      }
    }
    return files;
  }

  private static String manifest(Path file) throws IOException {
    ObjectNode manifest = (ObjectNode) new ObjectMapper().readTree(file.toFile());
    assertThat(manifest.remove("committed_at")).isNotNull();
    manifest.remove("absent");
    return manifest.toString();
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
