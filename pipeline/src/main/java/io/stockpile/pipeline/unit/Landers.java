package io.stockpile.pipeline.unit;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Closing;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The landers of a worker, one for each source of the job. Thread-safe. */
public final class Landers implements Closeable {
  private final Map<String, UnitLander> bySource = new HashMap<>();

  private Landers() {}

  /**
   * Opens a lander with each factory.
   *
   * @param factories by the names of the sources
   */
  public static Landers open(Map<String, UnitLander.Factory> factories, LanderContext context)
      throws IOException {
    Landers landers = new Landers();
    try {
      for (Map.Entry<String, UnitLander.Factory> factory : factories.entrySet()) {
        landers.bySource.put(factory.getKey(), factory.getValue().open(context));
      }
      return landers;
    } catch (IOException | RuntimeException e) {
      try (landers) {
        throw e;
      }
    }
  }

  /**
   * The lander of a unit's source.
   *
   * @throws IllegalArgumentException when the job has no lander for the unit's source
   */
  UnitLander of(ArchiveUnit unit) {
    UnitLander lander = bySource.get(unit.source());
    if (lander == null) {
      throw new IllegalArgumentException(
          unit.name() + " is of the source '" + unit.source() + "', which nobody knows");
    }
    return lander;
  }

  @Override
  public void close() throws IOException {
    Closing.all(bySource.values());
  }
}
