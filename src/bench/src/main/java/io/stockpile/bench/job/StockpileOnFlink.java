package io.stockpile.bench.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stockpile.bench.measure.Command;
import io.stockpile.flink.FlinkCluster;
import io.stockpile.flink.FlinkJars;
import io.stockpile.flink.FlinkProcess;
import io.stockpile.flink.FlinkSettings;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bundle for Flink with a session cluster of one TaskManager. The cluster is started before the
 * first round and stays until the last; the bundle lies in its class path, as
 * deploy/flink/README.md says. A command is a client that submits its job and waits until the job
 * has ended.
 */
public final class StockpileOnFlink implements Program, AutoCloseable {
  private static final String MAIN = "io.stockpile.deploy.flink.StockpileOnFlink";

  /** The line that the client logs before it sends the job; cluster-logback.xml has its format. */
  private static final Pattern SUBMISSION =
      Pattern.compile("(\\S+Z) INFO +\\S*RestClusterClient Submitting job ");

  /** The cluster's Java options: those that the launcher sets on a machine with few cores. */
  private static final List<String> CLUSTER_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:Tier4InvocationThreshold=100000",
          "-XX:Tier4MinInvocationThreshold=30000",
          "-XX:Tier4CompileThreshold=200000",
          "-XX:Tier4BackEdgeThreshold=600000");

  /** The client's Java options. It does not compile for speed, as it only plans and waits. */
  private static final List<String> CLIENT_OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable");

  private final Path bundle;
  private final Path entryPoint;
  private final String flink;
  private final int slots;
  private final Path directory;
  private final FlinkCluster cluster;

  private StockpileOnFlink(
      Path bundle, Path entryPoint, String flink, int slots, Path directory, FlinkCluster cluster) {
    this.bundle = bundle;
    this.entryPoint = entryPoint;
    this.flink = flink;
    this.slots = slots;
    this.directory = directory;
    this.cluster = cluster;
  }

  /**
   * Starts the cluster.
   *
   * @param bundle the bundle; its build writes {@code flink.classpath} and the jar with the entry
   *     point beside it
   * @param directory the directory for the cluster's files
   * @throws IllegalArgumentException when the bundle is missing
   */
  public static StockpileOnFlink start(Path bundle, int slots, Path directory)
      throws IOException, InterruptedException {
    Path classPath = bundle.resolveSibling("flink.classpath");
    if (!Files.isRegularFile(bundle) || !Files.isRegularFile(classPath)) {
      throw new IllegalArgumentException(
          "There is no bundle "
              + bundle
              + " with flink.classpath beside it; build it: mvn -q -pl deploy/flink -am package"
              + " -DskipTests");
    }
    Directories.delete(directory);
    Files.createDirectories(directory);
    String flink = FlinkJars.of(Files.readString(classPath, StandardCharsets.UTF_8).strip());
    FlinkSettings settings =
        new FlinkSettings(
            bundle + File.pathSeparator + flink, Map.of(), 1, slots, Map.of(), CLUSTER_OPTIONS);
    Path entryPoint = entryPoint(bundle);
    FlinkCluster cluster = FlinkCluster.startSession(directory, settings);
    return new StockpileOnFlink(bundle, entryPoint, flink, slots, directory, cluster);
  }

  private static Path entryPoint(Path bundle) throws IOException {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(bundle.toAbsolutePath().getParent(), "stockpile-flink-*.jar")) {
      for (Path jar : jars) {
        return jar;
      }
    }
    throw new IOException("There is no stockpile-flink-VERSION.jar beside " + bundle);
  }

  /** How many units the cluster works on at a time. */
  int slots() {
    return slots;
  }

  @Override
  public Command command(List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(MAIN));
    words.addAll(arguments);
    words.addAll(
        List.of(
            "--runner=FlinkRunner",
            "--flinkMaster=" + cluster.master(),
            "--filesToStage=" + entryPoint,
            "--parallelism=" + slots));
    List<String> options = new ArrayList<>(CLIENT_OPTIONS);
    options.add(classArchive());
    return new Command(
        FlinkProcess.command(options, bundle + File.pathSeparator + flink, words),
        Map.of(),
        directory);
  }

  /** The first command writes the archive of classes, the others use it. */
  private String classArchive() {
    Path classes = directory.resolve("client.jsa");
    return (Files.exists(classes) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=")
        + classes;
  }

  @Override
  public List<Long> workers() {
    return cluster.pids();
  }

  /** The moments of the cluster's last job. */
  @Override
  public Optional<ClusterTimes> onCluster(Path log) throws IOException, InterruptedException {
    JsonNode last = MissingNode.getInstance();
    for (JsonNode job : cluster.get("/jobs/overview").path("jobs")) {
      if (job.path("start-time").asLong() > last.path("start-time").asLong()) {
        last = job;
      }
    }
    return Optional.of(
        new ClusterTimes(
            submission(log),
            Instant.ofEpochMilli(last.required("start-time").asLong()),
            Instant.ofEpochMilli(last.required("end-time").asLong())));
  }

  /**
   * When the client began to send the job, according to its log.
   *
   * @throws IOException when the log does not say so
   */
  static Instant submission(Path log) throws IOException {
    for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
      Matcher submission = SUBMISSION.matcher(line);
      if (submission.lookingAt()) {
        return Instant.parse(submission.group(1));
      }
    }
    throw new IOException(log + " does not say when the client submitted its job");
  }

  @Override
  public void close() throws InterruptedException {
    cluster.close();
  }
}
