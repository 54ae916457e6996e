package io.stockpile.flink;

import java.util.List;
import java.util.Map;

/**
 * The settings of a cluster.
 *
 * @param classPath Flink's own jars and their logging; see {@link FlinkJars}
 * @param environment variables of its processes, in addition to those of this process
 * @param taskManagers the number of TaskManagers
 * @param slots how many tasks each of them works on at a time
 * @param configuration settings in addition to ports and sizes of memory; they take precedence
 * @param jvmOptions options of every process, in addition to its memory
 */
public record FlinkSettings(
    String classPath,
    Map<String, String> environment,
    int taskManagers,
    int slots,
    Map<String, String> configuration,
    List<String> jvmOptions) {
  /** JVM options for processes that start quickly and do little. */
  public static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  public FlinkSettings {
    environment = Map.copyOf(environment);
    configuration = Map.copyOf(configuration);
    jvmOptions = List.copyOf(jvmOptions);
  }
}
