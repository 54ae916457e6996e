package io.stockpile.deploy.dataflow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The objects of a bucket with their generations. Thread-safe. */
final class StoredObjects {
  private final TreeMap<String, Generation> objects = new TreeMap<>();
  private long last = 1_000;

  /** An object with the number of its generation, and when it was written. */
  record Generation(long number, byte[] content, Instant written) {}

  synchronized Optional<Generation> find(String name) {
    return Optional.ofNullable(objects.get(name));
  }

  /**
   * Whether an object is at the generation that a caller demands; 0 demands that there is no
   * object.
   */
  synchronized boolean isAt(String name, OptionalLong generation) {
    long now = find(name).map(Generation::number).orElse(0L);
    return generation.isEmpty() || generation.getAsLong() == now;
  }

  /** Writes an object. Empty when it is not at the demanded generation. */
  synchronized Optional<Generation> put(String name, byte[] content, OptionalLong generation) {
    if (!isAt(name, generation)) {
      return Optional.empty();
    }
    last++;
    Generation written = new Generation(last, content, Instant.now());
    objects.put(name, written);
    return Optional.of(written);
  }

  synchronized boolean remove(String name) {
    return objects.remove(name) != null;
  }

  synchronized Map<String, Generation> below(String prefix) {
    return new LinkedHashMap<>(objects.subMap(prefix, prefix + Character.MAX_VALUE));
  }

  synchronized Map<String, byte[]> contents() {
    Map<String, byte[]> contents = new TreeMap<>();
    objects.forEach((name, generation) -> contents.put(name, generation.content()));
    return contents;
  }
}
