package io.stockpile.pipeline.json;

import io.stockpile.pipeline.columns.ShreddedRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes JSON that RFC 8259 allows, but that readers refuse, so that every reader takes it and
 * nothing of it is lost. What they refuse is kept as its exact text under {@value #RAW}:
 *
 * <ul>
 *   <li><code>{"$raw":"\"cut \\ud83d\""}</code> stands for a value: a string with half a surrogate
 *       pair, or an array or object within {@value #MAX_DEPTH} others.
 *   <li><code>"$raw":["\"k\\ud83d\":1"]</code> holds members of the object that it stands in: those
 *       whose name has half a surrogate pair, and those that are called {@value #RAW}, so that
 *       these are not mistaken.
 * </ul>
 *
 * <p>Everything else keeps its text; only white space between the tokens is left out. Not
 * thread-safe.
 */
public final class PortableJson {
  static final String RAW = "$raw";

  /** How many nested arrays and objects every reader takes; jq 1.6 ends at 256. */
  static final int MAX_DEPTH = 100;

  private static final byte[] RAW_VALUE = ascii("{\"" + RAW + "\":\"");
  private static final byte[] RAW_MEMBERS = ascii("\"" + RAW + "\":[");
  private static final byte[] RAW_NAME = ascii(RAW);

  /** A member as it stands in the line: its name without the quotes, and its value. */
  public record Member(int keyFrom, int keyTo, int valueFrom, int valueTo) {}

  private final JsonScanner scanner;
  private final ByteOutput out;
  private byte[] plain = new byte[64];
  private boolean changed;

  /**
   * @param scanner one that has passed the values before, in the same line
   */
  public PortableJson(JsonScanner scanner, ByteOutput out) {
    this.scanner = scanner;
    this.out = out;
  }

  /**
   * Adds the value between {@code from} and the scanner's place, which it has just passed, to a
   * record: as a slice of the line, or in its portable form.
   */
  public static void add(
      JsonScanner scanner,
      int from,
      ShreddedRecord record,
      int column,
      int repetition,
      int definition)
      throws MalformedLineException {
    if (scanner.isDoubtful()) {
      ByteOutput out = new ByteOutput();
      if (new PortableJson(scanner, out).write(from)) {
        out.addTo(record, column, repetition, definition);
        return;
      }
    }
    record.addJsonSlice(column, repetition, definition, from, scanner.position() - from);
  }

  /**
   * Writes the value that begins at {@code from}, unless every reader takes it as it is; the
   * scanner is behind it then, at the depth that it had.
   *
   * @return whether it was written
   */
  public boolean write(int from) throws MalformedLineException {
    int mark = out.size();
    scanner.backTo(from, scanner.depth());
    changed = false;
    value(0);
    if (!changed) {
      out.truncate(mark);
    }
    return changed;
  }

  /** Whether a member of this name, given without its quotes, cannot stand in a portable object. */
  public boolean refusesName(byte[] text, int from, int to) {
    if (plain.length < to - from) {
      plain = new byte[(to - from) * 2];
    }
    int length = Unescaper.unescape(text, from, to, plain, 0, false);
    return length < 0 || isRaw(length);
  }

  private boolean isRaw(int length) {
    if (length != RAW_NAME.length) {
      return false;
    }
    for (int at = 0; at < length; at++) {
      if (plain[at] != RAW_NAME[at]) {
        return false;
      }
    }
    return true;
  }

  private void value(int depth) throws MalformedLineException {
    byte first = scanner.peek();
    int from = scanner.position();
    boolean container = first == '{' || first == '[';
    if (container && depth == MAX_DEPTH) {
      scanner.skipValue();
      rawValue(from);
    } else if (first == '{') {
      object(depth);
    } else if (first == '[') {
      array(depth);
    } else {
      scanner.skipValue();
      if (first == '"' && isCut(from)) {
        rawValue(from);
      } else {
        out.put(scanner.bytes(), from, scanner.position());
      }
    }
  }

  private boolean isCut(int from) {
    int to = scanner.position() - 1;
    if (plain.length < to - from) {
      plain = new byte[(to - from) * 2];
    }
    return Unescaper.unescape(scanner.bytes(), from + 1, to, plain, 0, false) < 0;
  }

  private void rawValue(int from) {
    changed = true;
    out.put(RAW_VALUE, 0, RAW_VALUE.length);
    quoted(from, scanner.position());
    out.put('"');
    out.put('}');
  }

  private void array(int depth) throws MalformedLineException {
    out.put('[');
    if (scanner.enterArray()) {
      do {
        out.comma();
        value(depth + 1);
      } while (scanner.more(']'));
    }
    out.put(']');
  }

  private void object(int depth) throws MalformedLineException {
    List<Member> refused = new ArrayList<>();
    out.put('{');
    if (scanner.enterObject()) {
      do {
        scanner.key();
        int keyFrom = scanner.textFrom();
        int keyTo = scanner.textTo();
        if (refusesName(scanner.bytes(), keyFrom, keyTo)) {
          scanner.peek();
          int from = scanner.position();
          scanner.skipValue();
          refused.add(new Member(keyFrom, keyTo, from, scanner.position()));
        } else {
          out.comma();
          out.put(scanner.bytes(), keyFrom - 1, keyTo + 1);
          out.put(':');
          value(depth + 1);
        }
      } while (scanner.more('}'));
    }
    members(refused);
    out.put('}');
  }

  /** Writes, in the object that is open, its members whose name is refused. */
  public void members(List<Member> refused) {
    if (refused.isEmpty()) {
      return;
    }
    changed = true;
    out.comma();
    out.put(RAW_MEMBERS, 0, RAW_MEMBERS.length);
    for (Member member : refused) {
      out.comma();
      out.put('"');
      quoted(member.keyFrom() - 1, member.keyTo() + 1);
      out.put(':');
      quoted(member.valueFrom(), member.valueTo());
      out.put('"');
    }
    out.put(']');
  }

  /** Writes a part of the line as it stands in a JSON string. */
  private void quoted(int from, int to) {
    byte[] line = scanner.bytes();
    for (int at = from; at < to; at++) {
      byte next = line[at];
      if (next == '"' || next == '\\') {
        out.put('\\');
        out.put(line, at, at + 1);
      } else if (next == '\t') {
        out.put('\\');
        out.put('t');
      } else if (next == '\r') {
        out.put('\\');
        out.put('r');
      } else {
        out.put(line, at, at + 1);
      }
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
