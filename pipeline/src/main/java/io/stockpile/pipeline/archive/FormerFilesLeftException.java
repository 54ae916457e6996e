package io.stockpile.pipeline.archive;

import java.io.IOException;
import java.util.List;

/**
 * A unit is committed, but objects that it replaced could not be removed. The commit stays under
 * way: the next run that meets it removes them.
 */
public final class FormerFilesLeftException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param left the keys of what could not be removed; at least one
   * @param first why the first could not, with its address
   */
  FormerFilesLeftException(List<String> left, IOException first) {
    super(
        "its new files are there, but what they replace could not be removed and is still there: "
            + first.getMessage()
            + more(left.subList(1, left.size()))
            + ". What was erased is not gone before that is removed. See to it that it can be (in a"
            + " bucket: s3:DeleteObject, and no retention and no legal hold), then run again: what"
            + " is left is removed first",
        first);
  }

  private static String more(List<String> keys) {
    return keys.isEmpty() ? "" : ". The same holds for " + String.join(", ", keys);
  }
}
