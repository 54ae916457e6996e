package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.ByteOutput;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.json.PortableJson;
import io.stockpile.pipeline.shred.RepeatedNames.Standing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes those values of a line that are in no column as one compact JSON object that mirrors the
 * record's nesting. Keys and values are copied from the line byte for byte.
 *
 * <ul>
 *   <li>Elements of a list keep their positions; those with nothing left over are empty: {@code
 *       [{},{"new":1}]}. A list that has no column, or does not fit it, is copied whole.
 *   <li>Values that other JSON readers would refuse are written as {@link PortableJson} does it.
 *   <li>Members of the line outside the record become members of {@code "$envelope"}.
 *   <li>A member whose name is used already in the same object, or is one of these two names,
 *       becomes an element of the object's {@code "$again"}: {@code {"a":1,"$again":[{"a":2}]}}.
 * </ul>
 */
final class ExtraWriter {
  static final String ENVELOPE = "$envelope";
  static final String AGAIN = "$again";

  private static final byte[] ENVELOPE_MEMBER = ascii("\"" + ENVELOPE + "\":{");
  private static final byte[] AGAIN_MEMBER = ascii("\"" + AGAIN + "\":[");

  private final JsonScanner scanner;
  private final ExtraLog log;
  private final byte[] root;
  private final RepeatedNames names;
  private final ByteOutput out = new ByteOutput();
  private final PortableJson portable;
  private Standing[] standings = new Standing[64];

  /**
   * @param scanner the scanner that read the line
   * @param root the name of the member that holds the record; empty when the line itself is the
   *     record
   */
  ExtraWriter(JsonScanner scanner, ExtraLog log, String root) {
    this.scanner = scanner;
    this.log = log;
    this.root = root.getBytes(StandardCharsets.UTF_8);
    portable = new PortableJson(scanner, out);
    names = new RepeatedNames(log, portable);
  }

  /** Writes everything in the log to the record's scratch and adds it as the value of a column. */
  void write(ShreddedRecord record, int column, int definition) throws MalformedLineException {
    out.truncate(0);
    if (standings.length < log.size()) {
      standings = new Standing[log.size() * 2];
    }
    int recordEntry = recordEntry();
    out.put('{');
    if (root.length == 0) {
      members(0, log.size(), -1);
    } else {
      boolean within = recordEntry >= 0;
      if (within) {
        members(recordEntry + 1, log.next(recordEntry), -1);
      }
      int outside = within && recordEntry == 0 ? log.next(0) : 0;
      if (outside < log.size()) {
        out.comma();
        out.put(ENVELOPE_MEMBER, 0, ENVELOPE_MEMBER.length);
        members(0, log.size(), recordEntry);
        out.put('}');
      }
    }
    out.put('}');
    out.addTo(record, column, 0, definition);
  }

  /** The log's entry for the record's own object, or -1 when it has nothing left over. */
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

  private void members(int first, int end, int except) throws MalformedLineException {
    boolean all = names.stand(scanner.bytes(), first, end, except, standings);
    for (int entry = first; entry < end; entry = log.next(entry)) {
      if (entry != except && standings[entry] == Standing.BESIDE) {
        out.comma();
        member(entry);
      }
    }
    if (!all) {
      repeated(first, end, except);
      refused(first, end, except);
    }
  }

  private void repeated(int first, int end, int except) throws MalformedLineException {
    boolean any = false;
    for (int entry = first; entry < end; entry = log.next(entry)) {
      if (entry != except && standings[entry] == Standing.AGAIN) {
        out.comma();
        if (!any) {
          out.put(AGAIN_MEMBER, 0, AGAIN_MEMBER.length);
          any = true;
        }
        out.put('{');
        member(entry);
        out.put('}');
      }
    }
    if (any) {
      out.put(']');
    }
  }

  private void refused(int first, int end, int except) {
    List<PortableJson.Member> members = new ArrayList<>();
    for (int entry = first; entry < end; entry = log.next(entry)) {
      if (entry != except && standings[entry] == Standing.REFUSED) {
        members.add(
            new PortableJson.Member(
                log.keyFrom(entry), log.keyTo(entry), log.valueFrom(entry), log.valueTo(entry)));
      }
    }
    portable.members(members);
  }

  private void member(int entry) throws MalformedLineException {
    out.put('"');
    out.put(scanner.bytes(), log.keyFrom(entry), log.keyTo(entry));
    out.put('"');
    out.put(':');
    if (log.isValue(entry)) {
      if (!scanner.isDoubtful() || !portable.write(log.valueFrom(entry))) {
        out.put(scanner.bytes(), log.valueFrom(entry), log.valueTo(entry));
      }
    } else if (log.isList(entry)) {
      out.put('[');
      elements(entry + 1, log.next(entry));
      out.put(']');
    } else {
      out.put('{');
      members(entry + 1, log.next(entry), -1);
      out.put('}');
    }
  }

  private void elements(int first, int end) throws MalformedLineException {
    int written = 0;
    for (int entry = first; entry < end; entry = log.next(entry)) {
      while (written < log.index(entry)) {
        out.comma();
        out.put('{');
        out.put('}');
        written++;
      }
      out.comma();
      out.put('{');
      members(entry + 1, log.next(entry), -1);
      out.put('}');
      written++;
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
