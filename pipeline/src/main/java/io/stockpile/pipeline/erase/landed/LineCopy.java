package io.stockpile.pipeline.erase.landed;

import io.stockpile.pipeline.erase.text.Erased;
import io.stockpile.pipeline.erase.text.LineEraser;
import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.lines.LineEdit;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Copies text line by line without what is to be erased. All line ends stay, also those of erased
 * lines, and so does a byte order mark. The memory it takes depends on the longest line.
 */
final class LineCopy {
  private static final int BUFFER_BYTES = 1 << 20;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final LineEraser eraser;
  private final LandedInput landed;
  private final ErasedCounts.Tally tally = new ErasedCounts.Tally();
  private byte[] bytes = new byte[BUFFER_BYTES + JsonScanner.PADDING];
  private int filled;
  private long lines;
  private long textBytes;
  private boolean changed;

  /**
   * @param landed says whether the text behind the last line end may be a part of a line
   */
  LineCopy(LineEraser eraser, LandedInput landed) {
    this.eraser = eraser;
    this.landed = landed;
  }

  void copy(Stretches in, TextOutput out) throws IOException {
    while (in.next()) {
      boolean carried = filled > 0;
      changed = false;
      int count = in.read(bytes, filled, capacity() - filled);
      while (count >= 0) {
        int scanned = filled;
        filled += count;
        wholeLines(scanned, out);
        count = in.read(bytes, filled, capacity() - filled);
      }
      if (filled == 0) {
        out.stretchEnd(carried || changed ? Optional.empty() : in.bytes());
      }
    }
    rest(out);
    out.finish();
  }

  private int capacity() {
    return bytes.length - JsonScanner.PADDING;
  }

  /**
   * Copies the whole lines in the buffer. The bytes before {@code scanned} are known to have no
   * line end.
   */
  private void wholeLines(int scanned, TextOutput out) throws IOException {
    int lineFrom = begin();
    int copied = 0;
    int end = lineEnd(scanned);
    while (end >= 0) {
      copied = line(lineFrom, end, copied, out);
      lineFrom = end + 1;
      end = lineEnd(lineFrom);
    }
    if (lineFrom > 0 && lines > 0) {
      text(copied, lineFrom, out);
      System.arraycopy(bytes, lineFrom, bytes, 0, filled - lineFrom);
      filled -= lineFrom;
    }
    if (filled == capacity()) {
      grow();
    }
  }

  private void text(int from, int to, TextOutput out) throws IOException {
    out.text(bytes, from, to);
    textBytes += to - from;
  }

  /**
   * Handles one line. If it changes, first copies the lines before it that are not copied yet.
   * Returns up to where the buffer is copied now.
   */
  private int line(int from, int end, int copied, TextOutput out) throws IOException {
    lines++;
    int to = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    Erased erased = eraser.erase(bytes, from, to);
    if (erased instanceof Erased.Untouched) {
      return copied;
    }
    changed = true;
    text(copied, from, out);
    if (erased instanceof Erased.Rewritten rewritten) {
      tally.values(rewritten.reasons());
      out.text(rewritten.line(), 0, rewritten.line().length);
      textBytes += rewritten.line().length;
    } else if (erased instanceof Erased.Whole whole) {
      tally.line(whole.reasons());
    }
    return to;
  }

  private int lineEnd(int from) {
    for (int at = from; at < filled; at++) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  /**
   * Where the first line in the buffer begins: at 0, or behind the byte order mark of the object.
   */
  private int begin() {
    int length = BYTE_ORDER_MARK.length;
    boolean marked =
        lines == 0
            && filled >= length
            && Arrays.equals(bytes, 0, length, BYTE_ORDER_MARK, 0, length);
    return marked ? length : 0;
  }

  private void grow() throws IOException {
    if (filled >= LineEdit.LONGEST_LINE) {
      throw new IOException(
          "Line %d of %s is longer than %d bytes, which is too long to be looked through"
              .formatted(lines + 1, landed.key(), LineEdit.LONGEST_LINE));
    }
    bytes = Arrays.copyOf(bytes, capacity() * 2 + JsonScanner.PADDING);
  }

  /** Copies what is behind the last line end. */
  private void rest(TextOutput out) throws IOException {
    if (filled == 0) {
      return;
    }
    bytes[filled] = '\n';
    int from = begin();
    boolean line = landed.ending() == LandedInput.Ending.WHOLE || isObject(from);
    Erased erased = eraser.erase(bytes, from, filled);
    lines += line ? 1 : 0;
    if (erased instanceof Erased.Untouched && !line) {
      out.text(bytes, 0, filled);
    } else if (erased instanceof Erased.Untouched) {
      text(0, filled, out);
    } else if (erased instanceof Erased.Rewritten rewritten) {
      tally.values(rewritten.reasons());
      text(0, from, out);
      out.text(rewritten.line(), 0, rewritten.line().length);
      textBytes += rewritten.line().length;
    } else if (erased instanceof Erased.Whole whole) {
      text(0, from, out);
      if (line) {
        // An empty last line needs a line end; without one it would not count as a line.
        text(filled, filled + 1, out);
        tally.line(whole.reasons());
      } else {
        tally.values(whole.reasons());
      }
    }
  }

  private boolean isObject(int from) {
    try {
      return JsonNode.read(bytes, from, filled).isObject();
    } catch (MalformedLineException e) {
      return false;
    }
  }

  /** How many lines there are, empty ones included. */
  long lines() {
    return lines;
  }

  /** How many bytes of lines were written; a part of a line at the end does not count. */
  long textBytes() {
    return textBytes;
  }

  ErasedCounts counts() {
    return tally.counts();
  }
}
