package io.stockpile.connectors.gzip;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Takes a text that may have been cut anywhere and gives it in blocks of whole lines. What comes
 * after the last newline is a line only when it is one complete object, for then nothing of it can
 * be missing; else it is left out. Memory used grows with the longest line, up to a limit behind
 * which a line is given in several blocks. Not thread-safe.
 */
public final class WholeLines {
  private static final int BLOCK_BYTES = 256 * 1024;
  private static final int LONGEST_HELD = 64 * 1024 * 1024;
  private static final JsonFactory JSON = new JsonFactory();

  private final InputStream text;
  private byte[] bytes = new byte[BLOCK_BYTES];
  private int start;
  private int end;
  private int filled;
  private long leftOut;
  private boolean over;

  public WholeLines(InputStream text) {
    this.text = text;
  }

  /** Goes to the next block; false when there is none. */
  public boolean next() throws IOException {
    if (over) {
      return false;
    }
    System.arraycopy(bytes, end, bytes, 0, filled - end);
    filled -= end;
    start = 0;
    end = 0;
    while (true) {
      if (filled == bytes.length) {
        if (filled >= LONGEST_HELD) {
          end = filled;
          return true;
        }
        bytes = Arrays.copyOf(bytes, Math.min(LONGEST_HELD, bytes.length * 2));
      }
      int count = text.read(bytes, filled, bytes.length - filled);
      if (count < 0) {
        return last();
      }
      int newline = lastNewline(filled, filled + count);
      filled += count;
      if (newline >= 0) {
        end = newline + 1;
        return true;
      }
    }
  }

  private boolean last() {
    over = true;
    if (filled > 0 && isWholeObject()) {
      end = filled;
      return true;
    }
    leftOut = filled;
    return false;
  }

  private int lastNewline(int from, int to) {
    int at = to - 1;
    while (at >= from && bytes[at] != '\n') {
      at--;
    }
    return at >= from ? at : -1;
  }

  private boolean isWholeObject() {
    try (JsonParser parser = JSON.createParser(bytes, 0, filled)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  public byte[] bytes() {
    return bytes;
  }

  /** Where the block begins. */
  public int start() {
    return start;
  }

  /** Where it ends; what is behind is not to be looked at. */
  public int end() {
    return end;
  }

  /** How many bytes of a cut line were left out; known after the last block. */
  long leftOut() {
    return leftOut;
  }
}
