package io.stockpile.simulated;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** The faults that wait for one host's next requests. Thread-safe. */
final class FaultScript {
  private final Map<FileKey, Queue<Fault>> perFile = new HashMap<>();
  private final Queue<Fault> next = new ArrayDeque<>();
  private Fault otherwise = Fault.none();

  synchronized void add(Collection<Fault> faults) {
    next.addAll(faults);
  }

  synchronized void add(FileKey file, Collection<Fault> faults) {
    perFile.computeIfAbsent(file, key -> new ArrayDeque<>()).addAll(faults);
  }

  synchronized void otherwise(Fault fault) {
    otherwise = fault;
  }

  /** The next fault; one for the file itself takes precedence over those for any request. */
  synchronized Fault next(FileKey file) {
    Queue<Fault> own = perFile.getOrDefault(file, new ArrayDeque<>());
    if (!own.isEmpty()) {
      return own.remove();
    }
    return next.isEmpty() ? otherwise : next.remove();
  }
}
