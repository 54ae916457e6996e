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
 * Copies text line by line, without what was erased. Line ends stay, those of erased lines too, and
 * so does a byte order mark. Memory used grows with the longest line.
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
   * @param landed says whether what stands behind the last line end may be a part of a line
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

  /** Copies the whole lines in the buffer; the bytes before {@code scanned} have no line end. */
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

  /** Copies what is before the line and not copied yet, if the line does not stay as it is. */
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

  /** Where the first line begins: behind a byte order mark at the object's very beginning. */
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

  /** What stands behind the last line end. */
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
        // Without a line end an empty line would be none.
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

  /** How many lines there are, the empty ones among them. */
  long lines() {
    return lines;
  }

  /** How many bytes of lines stay; what stands behind them and is no line does not count. */
  long textBytes() {
    return textBytes;
  }

  ErasedCounts counts() {
    return tally.counts();
  }
}
