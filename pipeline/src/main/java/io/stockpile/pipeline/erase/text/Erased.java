package io.stockpile.pipeline.erase.text;

import java.util.List;

/** What a line is without what was erased. */
public sealed interface Erased {
  /** Nothing of what was erased is in the line: its bytes stay. */
  record Untouched() implements Erased {
    static final Untouched UNTOUCHED = new Untouched();
  }

  /** The whole line goes: an empty line takes its place. Has one reason or more. */
  record Whole(List<Reason> reasons) implements Erased {
    public Whole {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Objects or places are cut out of the line; all its other bytes are as they were.
   *
   * @param line without a line end; not a copy, so it is not to be changed
   * @param reasons one for each part that was cut out, in their order in the line
   */
  record Rewritten(byte[] line, List<Reason> reasons) implements Erased {
    public Rewritten {
      reasons = List.copyOf(reasons);
    }
  }
}
