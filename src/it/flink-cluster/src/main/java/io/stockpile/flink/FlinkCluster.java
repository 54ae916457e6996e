package io.stockpile.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A standalone cluster of a JobManager and TaskManagers, each in a process of its own. The
 * cluster's files are in one directory, the configuration in its {@code conf}. Not thread-safe.
 */
public final class FlinkCluster implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SESSION =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path directory;
  private final FlinkSettings settings;
  private final int rest;
  private final FlinkProcess jobManager;
  private final List<FlinkProcess> taskManagers = new ArrayList<>();

  private FlinkCluster(Path directory, FlinkSettings settings, int rest, List<String> entryPoint)
      throws IOException {
    this.directory = directory;
    this.settings = settings;
    this.rest = rest;
    Path conf = Files.createDirectories(directory.resolve("conf"));
    Files.writeString(
        conf.resolve("flink-conf.yaml"),
        configuration(rest, settings.slots(), directory) + lines(settings.configuration()));
    this.jobManager = process("jobmanager", "400m", entryPoint);
    for (int number = 1; number <= settings.taskManagers(); number++) {
      taskManagers.add(
          process(
              "taskmanager-" + number,
              "528m",
              List.of(TASK_MANAGER, "--configDir", conf.toString())));
    }
  }

  /**
   * Starts a cluster that takes jobs, and waits until all TaskManagers are registered.
   *
   * @throws IOException when one of its processes ends, or the cluster is not ready within a
   *     minute; the message has what they printed, and all are stopped
   */
  public static FlinkCluster startSession(Path directory, FlinkSettings settings)
      throws IOException, InterruptedException {
    Path conf = directory.resolve("conf");
    List<String> words =
        List.of(SESSION, "--configDir", conf.toString(), "--executionMode", "cluster");
    FlinkCluster cluster = new FlinkCluster(directory, settings, freePort(), words);
    boolean complete = false;
    try {
      cluster.awaitTaskManagers();
      complete = true;
      return cluster;
    } finally {
      if (!complete) {
        cluster.close();
      }
    }
  }

  /**
   * Starts a cluster whose JobManager runs one program and ends with it.
   *
   * @param entryPoint the JobManager's main class and its arguments
   */
  public static FlinkCluster startApplication(
      Path directory, FlinkSettings settings, List<String> entryPoint) throws IOException {
    return new FlinkCluster(directory, settings, freePort(), entryPoint);
  }

  /** The lines of a configuration file. If a name occurs twice, Flink uses the last value. */
  private static String lines(Map<String, String> configuration) {
    return configuration.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /** Sets everything that bin/taskmanager.sh would compute. */
  private static String configuration(int rest, int slots, Path directory) throws IOException {
    return """
    jobmanager.rpc.address: 127.0.0.1
    jobmanager.rpc.port: %d
    jobmanager.memory.process.size: 900m
    rest.address: 127.0.0.1
    rest.port: %d
    taskmanager.host: 127.0.0.1
    taskmanager.cpu.cores: 2
    taskmanager.numberOfTaskSlots: %d
    taskmanager.memory.task.heap.size: 400m
    taskmanager.memory.managed.size: 64m
    taskmanager.memory.framework.heap.size: 128m
    taskmanager.memory.framework.off-heap.size: 128m
    taskmanager.memory.task.off-heap.size: 64m
    taskmanager.memory.network.min: 32m
    taskmanager.memory.network.max: 32m
    taskmanager.memory.jvm-metaspace.size: 256m
    taskmanager.memory.jvm-overhead.min: 128m
    taskmanager.memory.jvm-overhead.max: 128m
    cluster.evenly-spread-out-slots: true
    heartbeat.interval: 1000
    heartbeat.timeout: 6000
    restart-strategy.type: fixed-delay
    restart-strategy.fixed-delay.attempts: 10
    restart-strategy.fixed-delay.delay: 1 s
    io.tmp.dirs: %s
    """
        .formatted(freePort(), rest, slots, directory);
  }

  private FlinkProcess process(String name, String heap, List<String> words) throws IOException {
    List<String> options = new ArrayList<>(settings.jvmOptions());
    options.add("-Xmx" + heap);
    return FlinkProcess.start(
        name,
        directory,
        settings.environment(),
        FlinkProcess.command(options, settings.classPath(), words));
  }

  private void awaitTaskManagers() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      for (FlinkProcess process : processes()) {
        if (!process.livesOn()) {
          throw new IOException("A process of the cluster ended: " + process.output());
        }
      }
      if (registered() == taskManagers.size()) {
        return;
      }
    }
    throw new IOException("The cluster did not come up: " + jobManager.output());
  }

  private List<FlinkProcess> processes() {
    List<FlinkProcess> processes = new ArrayList<>(taskManagers);
    processes.add(jobManager);
    return processes;
  }

  private int registered() throws InterruptedException {
    try {
      return get("/taskmanagers").path("taskmanagers").size();
    } catch (IOException e) {
      return 0;
    }
  }

  /** The answer of the REST interface. */
  public JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + master() + path)).GET().build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + " answers " + response.statusCode() + ": " + response.body());
    }
    return JSON.readTree(response.body());
  }

  /** The value for {@code --flinkMaster}. */
  public String master() {
    return "127.0.0.1:" + rest;
  }

  /** Kills a TaskManager as kill -9 does. */
  public void killTaskManager() throws InterruptedException {
    taskManagers.get(0).kill();
  }

  /** The JobManager; in application mode it ends with the program. */
  public FlinkProcess jobManager() {
    return jobManager;
  }

  /** The ids of all processes that were started. */
  public List<Long> pids() {
    return processes().stream().map(FlinkProcess::pid).toList();
  }

  /** What all its processes have printed. */
  public String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    for (FlinkProcess process : processes()) {
      all.append(process.output());
    }
    return all.toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (FlinkProcess process : processes()) {
      process.close();
    }
  }
}
