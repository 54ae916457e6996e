package io.stockpile.pipeline.erase.tombstones;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.erase.text.DeletionLine;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.json.PaddedLine;
import io.stockpile.pipeline.manifest.RejectedFile;
import io.stockpile.pipeline.parquet.ColumnScan;
import io.stockpile.pipeline.parquet.ColumnValues;
import io.stockpile.pipeline.records.LineRouter;
import io.stockpile.pipeline.records.RejectReason;
import io.stockpile.pipeline.records.Route;
import io.stockpile.pipeline.records.Verdict;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.schemas.Leaf;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads events from the rejected lines of a unit: lines that report a deletion, but were rejected
 * because of their time, because of the form of their id, because an event has members beside it,
 * because several records are in one line, or because something in it is no UTF-8.
 */
final class RejectedEvents {
  private static final Set<String> REASONS =
      List.of(
              RejectReason.MISSING_DATE,
              RejectReason.BAD_DATE,
              RejectReason.DATE_OUT_OF_RANGE,
              RejectReason.LEAP_SECOND,
              RejectReason.MISSING_ID,
              RejectReason.UNKNOWN_SHAPE,
              RejectReason.NOT_AN_OBJECT,
              RejectReason.MALFORMED_JSON,
              RejectReason.INVALID_UTF8)
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
            RejectedRecords.each(lines.bytes(), record -> take(router, record, taker));
          }
        }
      }
    }
  }

  private void take(LineRouter router, byte[] record, Taker taker) {
    try {
      if (!take(router.decide(record, 0, PaddedLine.end(record)), record, taker)
          && vocabulary == Vocabulary.TWITTER) {
        for (byte[] event : RejectedRecords.events(record)) {
          take(router.decide(event, 0, PaddedLine.end(event)), event, taker);
        }
      }
    } catch (MalformedLineException e) {
      // Readers do not agree what it says.
      return;
    }
  }

  /** Whether a table has such records. */
  private boolean take(Verdict verdict, byte[] record, Taker taker) throws MalformedLineException {
    if (verdict instanceof Route route) {
      take(route, record, PaddedLine.end(record), taker);
      return true;
    }
    return false;
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
