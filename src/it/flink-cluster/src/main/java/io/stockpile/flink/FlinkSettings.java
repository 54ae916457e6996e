package io.stockpile.flink;

import java.util.List;
import java.util.Map;

/**
 * What a cluster is made of.
 *
 * @param classPath Flink's own jars and their logging; see {@link FlinkJars}
 * @param environment variables of its processes, beside those of this one
 * @param taskManagers processes that work
 * @param slots how many tasks each of them works on at a time
 * @param configuration what is set beside the ports and the sizes of memory, and before them where
 *     both say something
 * @param jvmOptions of every process, beside its memory
 */
public record FlinkSettings(
    String classPath,
    Map<String, String> environment,
    int taskManagers,
    int slots,
    Map<String, String> configuration,
    List<String> jvmOptions) {
  /** Processes that start quickly and do little. */
  public static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  public FlinkSettings {
    environment = Map.copyOf(environment);
    configuration = Map.copyOf(configuration);
    jvmOptions = List.copyOf(jvmOptions);
  }
}
