package io.stockpile.connectors.store;

import org.testcontainers.DockerClientFactory;

/**
 * Whether tests that need a Docker engine run. {@code -Dstockpile.test.docker=required} makes them
 * fail where none answers, {@code none} leaves them out although one does; else it is looked for.
 */
public final class DockerEngine {
  private DockerEngine() {}

  /** For {@code @EnabledIf}; false too where an engine cannot fetch what it needs. */
  public static boolean isWanted() {
    return switch (System.getProperty("stockpile.test.docker", "")) {
      case "required" -> true;
      case "none" -> false;
      case "" -> answers();
      default ->
          throw new IllegalArgumentException(
              "stockpile.test.docker is required, none, or not set at all, but it is "
                  + System.getProperty("stockpile.test.docker"));
    };
  }

  private static boolean answers() {
    try {
      return DockerClientFactory.instance().isDockerAvailable();
    } catch (RuntimeException cannotFetchImages) {
      return false;
    }
  }
}
