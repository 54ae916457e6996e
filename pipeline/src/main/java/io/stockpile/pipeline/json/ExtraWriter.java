package io.stockpile.pipeline.json;

import io.stockpile.pipeline.records.ShreddedRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes what a line has left over as one compact JSON object that mirrors the record's nesting.
 * Keys and values are the line's own bytes.
 *
 * <ul>
 *   <li>A list of which only some elements have something left keeps their positions: {@code
 *       [{},{"new":1}]}. A list that has no column, or did not fit it, stands there whole.
 *   <li>What stood in the line outside the record is a member of {@code "$envelope"}.
 *   <li>A member whose name the object here has already, or whose name is one of these two, is an
 *       element of the object's {@code "$again"}: {@code {"a":1,"$again":[{"a":2}]}}.
 * </ul>
 */
final class ExtraWriter {
  static final String ENVELOPE = "$envelope";
  static final String AGAIN = "$again";

  private static final byte[] ENVELOPE_MEMBER = ascii("\"" + ENVELOPE + "\":{");
  private static final byte[] AGAIN_MEMBER = ascii("\"" + AGAIN + "\":[");

  private final ExtraLog log;
  private final byte[] root;
  private final RepeatedNames repeated;
  private byte[] line = new byte[0];
  private byte[] out = new byte[1024];
  private int size;
  private boolean[] again = new boolean[64];

  /**
   * @param root the member of the line that is the record; empty when it is the line itself
   */
  ExtraWriter(ExtraLog log, String root) {
    this.log = log;
    this.root = root.getBytes(StandardCharsets.UTF_8);
    repeated = new RepeatedNames(log);
  }

  /** Writes everything in the log to the record's scratch, as a column's value. */
  void write(byte[] line, ShreddedRecord record, int column, int definition) {
    this.line = line;
    size = 0;
    if (again.length < log.size()) {
      again = new boolean[log.size() * 2];
    }
    int recordEntry = recordEntry();
    put('{');
    if (root.length == 0) {
      members(0, log.size(), -1);
    } else {
      boolean within = recordEntry >= 0;
      if (within) {
        members(recordEntry + 1, log.next(recordEntry), -1);
      }
      int outside = within && recordEntry == 0 ? log.next(0) : 0;
      if (outside < log.size()) {
        comma();
        put(ENVELOPE_MEMBER, 0, ENVELOPE_MEMBER.length);
        members(0, log.size(), recordEntry);
        put('}');
      }
    }
    put('}');
    int at = record.reserveScratch(size);
    System.arraycopy(out, 0, record.scratch(), at, size);
    record.addScratch(column, 0, definition, at, size);
  }

  /** The entry of the record's own object, or -1 when nothing within it is left. */
  private int recordEntry() {
    if (root.length == 0) {
      return -1;
    }
    int entry = 0;
    while (entry < log.size() && log.isValue(entry)) {
      entry = log.next(entry);
    }
    return entry < log.size() ? entry : -1;
  }

  private void members(int first, int end, int except) {
    boolean any = repeated.mark(line, first, end, except, again);
    for (int entry = first; entry < end; entry = log.next(entry)) {
      if (entry != except && !again[entry]) {
        comma();
        member(entry);
      }
    }
    if (any) {
      comma();
      put(AGAIN_MEMBER, 0, AGAIN_MEMBER.length);
      for (int entry = first; entry < end; entry = log.next(entry)) {
        if (entry != except && again[entry]) {
          comma();
          put('{');
          member(entry);
          put('}');
        }
      }
      put(']');
    }
  }

  private void member(int entry) {
    put('"');
    put(line, log.keyFrom(entry), log.keyTo(entry));
    put('"');
    put(':');
    if (log.isValue(entry)) {
      put(line, log.valueFrom(entry), log.valueTo(entry));
    } else if (log.isList(entry)) {
      put('[');
      elements(entry + 1, log.next(entry));
      put(']');
    } else {
      put('{');
      members(entry + 1, log.next(entry), -1);
      put('}');
    }
  }

  private void elements(int first, int end) {
    int written = 0;
    for (int entry = first; entry < end; entry = log.next(entry)) {
      while (written < log.index(entry)) {
        comma();
        put('{');
        put('}');
        written++;
      }
      comma();
      put('{');
      members(entry + 1, log.next(entry), -1);
      put('}');
      written++;
    }
  }

  private void comma() {
    byte before = out[size - 1];
    if (before != '{' && before != '[') {
      put(',');
    }
  }

  private void put(char character) {
    if (size == out.length) {
      out = Arrays.copyOf(out, size * 2);
    }
    out[size++] = (byte) character;
  }

  private void put(byte[] from, int start, int end) {
    int length = end - start;
    if (size + length > out.length) {
      out = Arrays.copyOf(out, Math.max(out.length * 2, size + length));
    }
    System.arraycopy(from, start, out, size, length);
    size += length;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
