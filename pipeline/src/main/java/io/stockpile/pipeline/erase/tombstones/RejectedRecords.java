package io.stockpile.pipeline.erase.tombstones;

import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.json.PaddedLine;
import io.stockpile.pipeline.records.EventNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What can be read from rejected lines: each record as a line of its own, with {@link
 * JsonScanner#PADDING} bytes behind it.
 */
final class RejectedRecords {
  private RejectedRecords() {}

  /**
   * Hands over the records of a line, whatever stands between them. There are several, it may be
   * millions, when a line end was lost or when the line is a list. Behind one that is cut or
   * damaged none is looked for. Bytes that are no UTF-8 are replaced.
   */
  static void each(byte[] raw, Consumer<byte[]> taker) {
    byte[] text = new String(raw, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    JsonScanner scanner = new JsonScanner();
    scanner.begin(PaddedLine.of("", text, 0, text.length, ""), 0, text.length);
    int at = 0;
    while (at < text.length) {
      if (text[at] == '{') {
        scanner.backTo(at, 0);
        if (!isSkipped(scanner)) {
          return;
        }
        taker.accept(PaddedLine.of("", text, at, scanner.position(), ""));
        at = scanner.position();
      } else {
        at++;
      }
    }
  }

  private static boolean isSkipped(JsonScanner scanner) {
    try {
      scanner.skipValue();
      return true;
    } catch (MalformedLineException e) {
      return false;
    }
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
