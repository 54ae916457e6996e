package io.stockpile.pipeline.erase.text;

import java.util.List;

/** The result of erasing in one line. */
public sealed interface Erased {
  /** The line contains nothing to erase. */
  record Untouched() implements Erased {
    static final Untouched UNTOUCHED = new Untouched();
  }

  /** The whole line is erased: an empty line takes its place. There is at least one reason. */
  record Whole(List<Reason> reasons) implements Erased {
    public Whole {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Parts of the line are removed; all other bytes stay as they are.
   *
   * @param line the new line, without a line end; not a copy, so the caller must not change it
   * @param reasons a reason for each part that was removed, in the order of the line
   */
  record Rewritten(byte[] line, List<Reason> reasons) implements Erased {
    public Rewritten {
      reasons = List.copyOf(reasons);
    }
  }
}
