package io.stockpile.pipeline.erase.tombstones;

import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.records.EventNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What can be read from rejected lines: each record as a line of its own, with {@link
 * JsonScanner#PADDING} bytes behind it.
 */
final class RejectedRecords {
  private RejectedRecords() {}

  /**
   * The records of a line, whatever stands between them. There are several when a line end was lost
   * or when the line is a list. Behind one that is cut or damaged none is looked for. Bytes that
   * are no UTF-8 are replaced.
   */
  static List<byte[]> of(byte[] raw) {
    byte[] text = new String(raw, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    JsonScanner scanner = new JsonScanner();
    scanner.begin(Arrays.copyOf(text, text.length + JsonScanner.PADDING), 0, text.length);
    List<byte[]> records = new ArrayList<>();
    int at = 0;
    try {
      while (at < text.length) {
        if (text[at] == '{') {
          scanner.backTo(at, 0);
          scanner.skipValue();
          records.add(line("", text, at, scanner.position(), ""));
          at = scanner.position();
        } else {
          at++;
        }
      }
    } catch (MalformedLineException e) {
      return records;
    }
    return records;
  }

  /** Each of Twitter's events in a record that has several members. */
  static List<byte[]> events(byte[] record) throws MalformedLineException {
    List<byte[]> events = new ArrayList<>();
    for (JsonNode member :
        JsonNode.read(record, 0, record.length - JsonScanner.PADDING).children()) {
      if (EventNames.ALL.contains(member.name()) && member.isObject()) {
        String name = "{\"" + member.name() + "\":";
        events.add(line(name, member.line(), member.from(), member.to(), "}"));
      }
    }
    return events;
  }

  private static byte[] line(String before, byte[] bytes, int from, int to, String after) {
    byte[] head = before.getBytes(StandardCharsets.US_ASCII);
    byte[] tail = after.getBytes(StandardCharsets.US_ASCII);
    int behind = head.length + to - from;
    byte[] line = Arrays.copyOf(head, behind + tail.length + JsonScanner.PADDING);
    System.arraycopy(bytes, from, line, head.length, to - from);
    System.arraycopy(tail, 0, line, behind, tail.length);
    return line;
  }
}
