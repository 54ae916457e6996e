package io.stockpile.simulated;

import java.time.Instant;
import java.util.List;

/** Where a simulated Replay service has its activities from. Thread-safe. */
@FunctionalInterface
public interface MinuteSource {
  /** The activities of one UTC minute, each as one line of JSON without its end. */
  List<String> activities(Instant minute);
}
