package io.stockpile.deploy.flink;

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

/** A standalone session cluster: a JobManager and TaskManagers, each a process of its own. */
final class FlinkCluster implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path directory;
  private final Map<String, String> environment;
  private final int rest;
  private final FlinkProcess jobManager;
  private final List<FlinkProcess> taskManagers = new ArrayList<>();

  private FlinkCluster(
      Path directory, Map<String, String> environment, int rest, FlinkProcess jobManager) {
    this.directory = directory;
    this.environment = environment;
    this.rest = rest;
    this.jobManager = jobManager;
  }

  /**
   * Starts it and waits until all TaskManagers are registered.
   *
   * @param environment what its processes have in theirs beside ours
   */
  static FlinkCluster start(
      Path directory, Map<String, String> environment, int taskManagers, int slots)
      throws IOException, InterruptedException {
    int rest = freePort();
    Path conf = Files.createDirectories(directory.resolve("conf"));
    Files.writeString(conf.resolve("flink-conf.yaml"), configuration(rest, slots, directory));
    FlinkProcess jobManager =
        FlinkProcess.start(
            "jobmanager",
            directory,
            "400m",
            FlinkJars.classPath(),
            environment,
            List.of(
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                "--configDir",
                conf.toString(),
                "--executionMode",
                "cluster"));
    FlinkCluster cluster = new FlinkCluster(directory, environment, rest, jobManager);
    for (int number = 1; number <= taskManagers; number++) {
      cluster.taskManagers.add(cluster.taskManager(number));
    }
    cluster.awaitTaskManagers(taskManagers);
    return cluster;
  }

  /** What bin/taskmanager.sh works out must be spelled out here. */
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

  private FlinkProcess taskManager(int number) throws IOException {
    return FlinkProcess.start(
        "taskmanager-" + number,
        directory,
        "528m",
        FlinkJars.classPath(),
        environment,
        List.of(
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
            "--configDir",
            directory.resolve("conf").toString()));
  }

  private void awaitTaskManagers(int count) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      if (!jobManager.livesOn()) {
        throw new IOException("The JobManager ended: " + jobManager.output());
      }
      for (FlinkProcess taskManager : taskManagers) {
        if (!taskManager.livesOn()) {
          throw new IOException("A TaskManager ended: " + taskManager.output());
        }
      }
      if (registered() == count) {
        return;
      }
    }
    throw new IOException("The cluster did not come up: " + jobManager.output());
  }

  private int registered() throws InterruptedException {
    try {
      return get("/taskmanagers").path("taskmanagers").size();
    } catch (IOException e) {
      return 0;
    }
  }

  /** What the REST interface says. */
  JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + master() + path)).GET().build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + " answers " + response.statusCode() + ": " + response.body());
    }
    return JSON.readTree(response.body());
  }

  /** For {@code --flinkMaster}. */
  String master() {
    return "127.0.0.1:" + rest;
  }

  /** Kills a TaskManager as kill -9 does. */
  void killTaskManager() throws InterruptedException {
    taskManagers.get(0).kill();
  }

  /** What all its processes have printed. */
  String logs() throws IOException {
    StringBuilder all = new StringBuilder(jobManager.output());
    for (FlinkProcess taskManager : taskManagers) {
      all.append(taskManager.output());
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
    for (FlinkProcess taskManager : taskManagers) {
      taskManager.close();
    }
    jobManager.close();
  }
}
