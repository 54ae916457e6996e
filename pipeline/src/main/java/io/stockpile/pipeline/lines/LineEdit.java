package io.stockpile.pipeline.lines;

import java.util.Optional;

/** Changes lines as they are read. Not thread-safe. */
@FunctionalInterface
public interface LineEdit {
  /** Changes nothing. */
  LineEdit NONE = (bytes, from, to) -> Optional.empty();

  /**
   * Up to so many bytes an edit sees a line as a whole, whatever is allowed of lines besides; of a
   * longer one it sees the beginning.
   */
  int LONGEST_LINE = 1 << 26;

  /**
   * What takes the place of a line.
   *
   * @param bytes hold the line without its end; at {@code to} is a control character, and a
   *     scanner's padding is readable from there on
   * @return empty when the line stays as it is; no byte when an empty line takes its place
   */
  Optional<byte[]> edit(byte[] bytes, int from, int to);
}
