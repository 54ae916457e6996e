package io.stockpile.pipeline.lines;

import java.util.Optional;

/** Changes lines as they are read. Not thread-safe. */
@FunctionalInterface
public interface LineEdit {
  /** Changes nothing. */
  LineEdit NONE = (bytes, from, to) -> Optional.empty();

  /**
   * Up to this many bytes an edit gets a line as a whole, even if the settings allow only shorter
   * lines. Of a longer line it gets the beginning.
   */
  int LONGEST_LINE = 1 << 26;

  /**
   * The text that replaces a line.
   *
   * @param bytes the array with the line; at {@code to} it has a control character, such as the
   *     line end, and from there on a scanner's padding
   * @return empty when the line stays as it is; an array of length 0 for an empty line
   */
  Optional<byte[]> edit(byte[] bytes, int from, int to);
}
