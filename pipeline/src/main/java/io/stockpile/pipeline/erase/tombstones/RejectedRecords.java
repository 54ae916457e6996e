package io.stockpile.pipeline.erase.tombstones;

import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.json.PaddedLine;
import io.stockpile.pipeline.records.EventNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    scanner.begin(PaddedLine.of("", text, 0, text.length, ""), 0, text.length);
    List<byte[]> records = new ArrayList<>();
    int at = 0;
    try {
      while (at < text.length) {
        if (text[at] == '{') {
          scanner.backTo(at, 0);
          scanner.skipValue();
          records.add(PaddedLine.of("", text, at, scanner.position(), ""));
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
    for (JsonNode member : JsonNode.read(record, 0, PaddedLine.end(record)).children()) {
      if (EventNames.ALL.contains(member.name()) && member.isObject()) {
        String name = "{\"" + member.name() + "\":";
        events.add(PaddedLine.of(name, member.line(), member.from(), member.to(), "}"));
      }
    }
    return events;
  }
}
