package io.stockpile.deploy.spark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs Spark's {@code spark-submit} in a process of its own. Its class path has the jars of a Spark
 * installation, then the bundle, and nothing else.
 */
final class SparkSubmission {
  /** The packages that Spark's launcher scripts open on Java 17. */
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "jdk.internal.ref",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  private final Path bundle;
  private final Path scratch;
  private final Map<String, String> environment;

  SparkSubmission(Path bundle, Path scratch, Map<String, String> environment) {
    this.bundle = bundle;
    this.scratch = scratch;
    this.environment = environment;
  }

  /** The result of a run. */
  record Ended(int code, String out, String err) {}

  /**
   * @param master the value of {@code --master}
   * @param arguments the arguments of the bundle
   */
  Ended run(String master, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx768m", "-XX:TieredStopAtLevel=1"));
    command.addAll(opens());
    command.addAll(List.of("-cp", classPath(), "org.apache.spark.deploy.SparkSubmit"));
    command.addAll(List.of("--master", master, "--conf", "spark.ui.enabled=false"));
    command.addAll(List.of("--conf", "spark.driver.bindAddress=127.0.0.1"));
    command.addAll(List.of("--conf", "spark.driver.host=127.0.0.1"));
    command.addAll(
        List.of("--conf", "spark.executor.extraJavaOptions=" + String.join(" ", opens())));
    command.addAll(List.of("--conf", "spark.executor.memory=512m"));
    command.addAll(List.of("--class", "io.stockpile.pipeline.cli.Stockpile", bundle.toString()));
    command.addAll(Arrays.asList(arguments));
    return end(command);
  }

  /** Runs a Java source file on Spark's jars alone, without the bundle. */
  Ended program(Path source, List<String> arguments) throws IOException, InterruptedException {
    return program(classPath(), source, arguments);
  }

  /** The same, with Iceberg's runtime for Spark on the class path. */
  Ended programWithIceberg(Path source, List<String> arguments)
      throws IOException, InterruptedException {
    String runtime = System.getProperty("spark.iceberg.runtime");
    return program(classPath() + File.pathSeparator + runtime, source, arguments);
  }

  private Ended program(String classPath, Path source, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx768m", "-XX:TieredStopAtLevel=1"));
    command.addAll(opens());
    command.addAll(List.of("-cp", classPath, source.toString()));
    command.addAll(arguments);
    return end(command);
  }

  private Ended end(List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(scratch, "out", ".txt");
    Path err = Files.createTempFile(scratch, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_LOCAL_DIRS", scratch.toString());
    builder.environment().put("SPARK_HOME", installation().toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.12");
    Process process = builder.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("Spark did not end within five minutes: " + command);
    }
    return new Ended(process.exitValue(), text(out), text(err));
  }

  private static List<String> opens() {
    return OPENED.stream().map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED").toList();
  }

  private static String classPath() throws IOException {
    return text(Path.of(System.getProperty("spark.classpath.file"))).strip();
  }

  /** Makes a directory like that of an installed Spark, so that workers find its jars. */
  private Path installation() throws IOException {
    Path jars = Files.createDirectories(scratch.resolve("installation/jars"));
    for (String jar : classPath().split(File.pathSeparator, -1)) {
      Path link = jars.resolve(Path.of(jar).getFileName());
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, Path.of(jar));
      }
    }
    return jars.getParent();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
