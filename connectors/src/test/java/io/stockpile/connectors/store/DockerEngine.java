package io.stockpile.connectors.store;

import org.testcontainers.DockerClientFactory;

/**
 * Decides whether tests that need a Docker engine run. By default they run if an engine answers.
 * With {@code -Dstockpile.test.docker=required} they always run, and fail without an engine; with
 * {@code none} they never run.
 */
public final class DockerEngine {
  private DockerEngine() {}

  /** For {@code @EnabledIf}. Also false when the engine cannot fetch what it needs. */
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
