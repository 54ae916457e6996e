package io.stockpile.simulated.data;

import java.time.Instant;
import java.util.List;

/** Supplies a simulated Replay service with activities. Thread-safe. */
@FunctionalInterface
public interface MinuteSource {
  /** The activities of one UTC minute, each as one line of JSON without its end. */
  List<String> activities(Instant minute);
}
