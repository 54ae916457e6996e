package io.stockpile.pipeline.erase.tombstones;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.erase.text.DeletionLine;
import io.stockpile.pipeline.json.JsonNode;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.manifest.RejectedFile;
import io.stockpile.pipeline.parquet.ColumnScan;
import io.stockpile.pipeline.parquet.ColumnValues;
import io.stockpile.pipeline.records.EventNames;
import io.stockpile.pipeline.records.LineRouter;
import io.stockpile.pipeline.records.RejectReason;
import io.stockpile.pipeline.records.Route;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads events from the rejected lines of a unit: lines that report a deletion, but were rejected
 * because of their time, because of the form of their id, or because an event has members beside
 * it.
 */
final class RejectedEvents {
  private static final Set<String> REASONS =
      List.of(
              RejectReason.MISSING_DATE,
              RejectReason.BAD_DATE,
              RejectReason.DATE_OUT_OF_RANGE,
              RejectReason.LEAP_SECOND,
              RejectReason.MISSING_ID,
              RejectReason.UNKNOWN_SHAPE)
          .stream()
          .map(RejectReason::label)
          .collect(Collectors.toUnmodifiableSet());

  private final ObjectStore store;
  private final Vocabulary vocabulary;
  private final ShreddedRecord record = new ShreddedRecord();

  RejectedEvents(ObjectStore store, Vocabulary vocabulary) {
    this.store = store;
    this.vocabulary = vocabulary;
  }

  /** Receives the events. */
  interface Taker {
    /**
     * @param table the table for such lines
     * @param numbers the values of its columns of numbers, by name
     * @param event the kind of event, if the table has several; otherwise empty
     */
    void take(String table, Map<String, Long> numbers, String event);
  }

  /** Whether a file of rejected lines may contain events. */
  static boolean mayBeIn(RejectedFile rejected) {
    return rejected.reasons().keySet().stream().anyMatch(REASONS::contains);
  }

  /** Reads the events from a file of rejected lines. */
  void read(RejectedFile rejected, Taker taker) throws IOException {
    LineRouter router = LineRouter.of(vocabulary);
    try (ColumnScan scan = ColumnScan.open(store, rejected.path())) {
      while (scan.nextRowGroup()) {
        scan.read(List.of("reason", "raw"));
        ColumnValues reasons = scan.column("reason").orElseThrow();
        ColumnValues lines = scan.column("raw").orElseThrow();
        while (reasons.next() && lines.next()) {
          if (REASONS.contains(new String(reasons.bytes(), StandardCharsets.UTF_8))) {
            byte[] raw = lines.bytes();
            take(router, Arrays.copyOf(raw, raw.length + JsonScanner.PADDING), raw.length, taker);
          }
        }
      }
    }
  }

  private void take(LineRouter router, byte[] line, int to, Taker taker) {
    try {
      if (router.decide(line, 0, to) instanceof Route route) {
        take(route, line, to, taker);
      } else if (vocabulary == Vocabulary.TWITTER) {
        for (byte[] event : events(JsonNode.read(line, 0, to))) {
          int end = event.length - JsonScanner.PADDING;
          if (router.decide(event, 0, end) instanceof Route route) {
            take(route, event, end, taker);
          }
        }
      }
    } catch (MalformedLineException e) {
      // The line is malformed as well, so nothing can be read from it.
      return;
    }
  }

  /** Each event of a line that has several members, as a line of its own. */
  private static List<byte[]> events(JsonNode line) {
    List<byte[]> events = new ArrayList<>();
    for (JsonNode member : line.children()) {
      if (EventNames.ALL.contains(member.name()) && member.isObject()) {
        byte[] name = ("{\"" + member.name() + "\":").getBytes(StandardCharsets.US_ASCII);
        int length = member.to() - member.from();
        byte[] event = Arrays.copyOf(name, name.length + length + 1 + JsonScanner.PADDING);
        System.arraycopy(member.line(), member.from(), event, name.length, length);
        event[name.length + length] = '}';
        events.add(event);
      }
    }
    return events;
  }

  private void take(Route route, byte[] line, int to, Taker taker) throws MalformedLineException {
    String table = route.table().name();
    if (table.equals(Tables.MESSAGE_DELETIONS.name())) {
      DeletionLine.destroyed(line, 0, to).forEach(id -> taker.take(table, Map.of("id", id), ""));
    } else if (table.equals(Tables.DELETIONS.name())) {
      String kind = DeletionLine.kind(line, 0, to);
      String member = kind + "_id";
      DeletionLine.listed(line, 0, to, member)
          .forEach(id -> taker.take(table, Map.of(member, id), kind));
    } else if (table.equals(Tables.COMPLIANCE_EVENTS.name())) {
      route.shredder().shred(line, 0, to, record);
      taker.take(table, numbers(route), event(route));
    }
  }

  private Map<String, Long> numbers(Route route) {
    Map<String, Long> numbers = new TreeMap<>();
    for (String name : List.of("time", "tweet_id", "user_id", "up_to_status_id")) {
      for (Leaf leaf : route.table().leaves()) {
        int entry = leaf.dotted().equals(name) ? route.shredder().entry(leaf.index()) : -1;
        if (entry >= 0) {
          numbers.put(name, record.number(entry));
        }
      }
    }
    return numbers;
  }

  private String event(Route route) {
    int entry = route.event().length > 0 ? -1 : route.shredder().entry(route.columns().event());
    byte[] event =
        entry < 0
            ? route.event()
            : Arrays.copyOfRange(
                record.bytes(entry),
                record.offset(entry),
                record.offset(entry) + record.length(entry));
    return new String(event, StandardCharsets.UTF_8);
  }
}
