package io.stockpile.pipeline.archive;

import io.stockpile.pipeline.manifest.Manifest;
import java.util.List;

/** How a commit ended. */
public sealed interface CommitEnding {

  /** The unit is in the archive, complete, with exactly these files. */
  record Committed(Manifest manifest) implements CommitEnding {}

  /**
   * Another process was faster: it is committing the unit, or has committed it. Nothing of this
   * commit is visible or pending.
   */
  record Lost(String message) implements CommitEnding {}

  /**
   * Other units of the same source and type hold, or are about to hold, some of the same time.
   * Nothing of this commit is visible or pending.
   *
   * @param units their names
   */
  record Overlapping(List<String> units) implements CommitEnding {
    public Overlapping {
      units = List.copyOf(units);
    }
  }

  /**
   * Staged bytes went away before they could be made visible, so the commit cannot be finished. The
   * unit is not held until it has been done again; the next commit cleans up after this one.
   */
  record Torn(String message) implements CommitEnding {}
}
