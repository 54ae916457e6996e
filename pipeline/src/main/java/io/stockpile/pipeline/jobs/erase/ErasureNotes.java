package io.stockpile.pipeline.jobs.erase;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.erase.tombstones.LostTombstonesException;
import java.io.IOException;
import java.util.List;

/** What {@code status} says of erasing beside its counts. */
public final class ErasureNotes {
  private ErasureNotes() {}

  /**
   * A line for each run of {@code erase} that began and has not said how it ended, or one that says
   * that the list of what is to be gone is lost.
   */
  public static List<String> of(ObjectStore store) throws IOException {
    try {
      return BegunErasure.in(store).stream().map(BegunErasure::told).toList();
    } catch (LostTombstonesException e) {
      return List.of(e.getMessage());
    }
  }
}
