package io.stockpile.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Describes the machine on which the benchmark runs. */
final class Machine {
  private Machine() {}

  /** Processors, memory, system and JDK in one line. */
  static String line() throws IOException {
    return "%d processors (%s), memory %s, %s %s, %s %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            value(Path.of("/proc/cpuinfo"), "model name").orElse("model not known"),
            value(Path.of("/proc/meminfo"), "MemTotal").orElse("not known"),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("java.vm.name"),
            System.getProperty("java.vm.version"));
  }

  /**
   * The load averages of the last 1, 5 and 15 minutes, which show how busy the machine is
   * otherwise.
   */
  static String load() throws IOException {
    String[] fields = Files.readString(Path.of("/proc/loadavg")).split(" ");
    return fields[0] + " " + fields[1] + " " + fields[2];
  }

  private static Optional<String> value(Path file, String key) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }
}
