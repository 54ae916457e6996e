package io.stockpile.flink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own with Flink's jars and, for a client, the bundle. Not thread-safe. */
public final class FlinkProcess implements AutoCloseable {
  private static final List<String> PACKAGES =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks",
          "java.net",
          "java.io",
          "java.nio",
          "java.text",
          "java.time",
          "sun.net.util");

  private final String name;
  private final Process process;
  private final Path log;

  private FlinkProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * The command line of a process, with the options that Flink's own scripts set.
   *
   * @param jvmOptions further options
   * @param words the main class and its arguments
   */
  public static List<String> command(
      List<String> jvmOptions, String classPath, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    PACKAGES.forEach(opened -> command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED"));
    command.add(
        "-Dlogback.configurationFile=" + FlinkProcess.class.getResource("/cluster-logback.xml"));
    command.addAll(List.of("-cp", classPath));
    command.addAll(words);
    return command;
  }

  /**
   * Starts a process.
   *
   * @param name the name of the process, and of the file in {@code logs} for its output
   * @param environment variables in addition to those of this process
   */
  public static FlinkProcess start(
      String name, Path logs, Map<String, String> environment, List<String> command)
      throws IOException {
    Path log = logs.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new FlinkProcess(name, builder.start(), log);
  }

  /** Waits a moment. Returns whether the process is still running. */
  public boolean livesOn() throws InterruptedException {
    return !process.waitFor(50, TimeUnit.MILLISECONDS);
  }

  /**
   * Waits for its end and returns its exit code.
   *
   * @throws IOException when it does not end in that time; the message has what it printed
   */
  public int end(long seconds) throws IOException, InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      throw new IOException(name + " did not end within " + seconds + " s: " + output());
    }
    return process.exitValue();
  }

  long pid() {
    return process.pid();
  }

  /** Kills the process as kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** What it has printed so far. */
  public String output() throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
