package io.stockpile.pipeline.erase.tombstones;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.erase.text.DeletionLine;
import io.stockpile.pipeline.erase.text.Reason;
import io.stockpile.pipeline.manifest.DataFile;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.RejectedFile;
import io.stockpile.pipeline.parquet.ColumnScan;
import io.stockpile.pipeline.parquet.ColumnValues;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the events of a unit: the rows of {@code message_deletions}, {@code deletions} and {@code
 * compliance_events}, of which it reads only ids, times and the kind of event, and rejected lines
 * that report a deletion: see {@link RejectedEvents}.
 */
public final class TombstoneReader {
  private static final String DESTROY = Tables.MESSAGE_DELETIONS.name();
  private static final String DELETIONS = Tables.DELETIONS.name();
  private static final String COMPLIANCE = Tables.COMPLIANCE_EVENTS.name();

  private static final Set<String> TEXTS = Set.of("kind", "event", "extra");

  private final ObjectStore store;
  private final Function<String, Vocabulary> vocabularies;

  /**
   * @param vocabularies by the name of a unit's source, whose records its lines are
   */
  public TombstoneReader(ObjectStore store, Function<String, Vocabulary> vocabularies) {
    this.store = store;
    this.vocabularies = vocabularies;
  }

  /** Reads all events of a unit. */
  public List<TombstoneEvent> read(Manifest manifest) throws IOException {
    List<TombstoneEvent> events = new ArrayList<>();
    List<DataFile> files = manifest.derived().map(ManifestContent.Derived::files).orElse(List.of());
    for (DataFile file : files) {
      if (file.table().equals(DESTROY)) {
        rows(file, List.of("id", "time"), row -> destroyed(row, events));
      } else if (file.table().equals(DELETIONS)) {
        rows(
            file,
            List.of("kind", "message_id", "user_id", "deleted_at", "extra"),
            row -> deleted(row, events));
      } else if (file.table().equals(COMPLIANCE)) {
        long untimed = micros(manifest.unit().from());
        rows(
            file,
            List.of("event", "time", "tweet_id", "user_id", "up_to_status_id"),
            row -> complied(row, untimed, events));
      }
    }
    Optional<RejectedFile> rejected =
        manifest.derived().map(ManifestContent.Derived::rejected).filter(RejectedEvents::mayBeIn);
    if (rejected.isPresent()) {
      rejected(rejected.get(), manifest, events);
    }
    return events;
  }

  private void rejected(RejectedFile rejected, Manifest manifest, List<TombstoneEvent> events)
      throws IOException {
    long untimed = micros(manifest.unit().from());
    new RejectedEvents(store, vocabularies.apply(manifest.unit().source()))
        .read(
            rejected,
            (table, numbers, event) -> {
              Row row = new Row(numbers, Map.of("event", event, "kind", event));
              if (table.equals(DESTROY)) {
                destroyed(row, events);
              } else if (table.equals(DELETIONS)) {
                deleted(row, events);
              } else {
                complied(row, untimed, events);
              }
            });
  }

  private static void destroyed(Row row, List<TombstoneEvent> events) {
    row.number("id")
        .ifPresent(
            id ->
                events.add(
                    event(
                        Reason.Kind.MESSAGE,
                        Cause.DELETED,
                        id,
                        row.number("time").orElse(0L),
                        false,
                        TombstoneEvent.Origin.DESTROY)));
  }

  private static void deleted(Row row, List<TombstoneEvent> events) {
    boolean user = row.text("kind").equals("user");
    String member = user ? "user_id" : "message_id";
    byte[] extra = row.text("extra").getBytes(StandardCharsets.UTF_8);
    List<Long> ids =
        row.number(member).map(List::of).orElseGet(() -> DeletionLine.listed(extra, member));
    for (long id : ids) {
      events.add(
          event(
              user ? Reason.Kind.STOCKTWITS_USER : Reason.Kind.MESSAGE,
              Cause.DELETED,
              id,
              row.number("deleted_at").orElse(0L),
              false,
              TombstoneEvent.Origin.DELETIONS));
    }
  }

  private static void complied(Row row, long untimed, List<TombstoneEvent> events) {
    long at = row.number("time").orElse(untimed);
    String word = row.text("event");
    Optional<Long> tweet = row.number("tweet_id");
    Optional<Long> user = row.number("user_id");
    switch (word) {
      case "delete" -> tweet.ifPresent(id -> events.add(tweet(Cause.DELETED, id, at, false)));
      case "drop", "undrop" ->
          tweet.ifPresent(id -> events.add(tweet(Cause.DROPPED, id, at, word.startsWith("un"))));
      case "status_withheld" ->
          tweet.ifPresent(id -> events.add(tweet(Cause.WITHHELD, id, at, false)));
      case "scrub_geo" -> user.ifPresent(id -> scrub(row, id, at, events));
      case "user_delete", "user_undelete" ->
          user.ifPresent(id -> events.add(user(Cause.DELETED, id, at, isUndone(word))));
      case "user_protect", "user_unprotect" ->
          user.ifPresent(id -> events.add(user(Cause.PROTECTED, id, at, isUndone(word))));
      case "user_suspend", "user_unsuspend" ->
          user.ifPresent(id -> events.add(user(Cause.SUSPENDED, id, at, isUndone(word))));
      case "user_withheld" -> user.ifPresent(id -> events.add(user(Cause.WITHHELD, id, at, false)));
      default -> {
        // Edits and kinds of events that are not known yet delete nothing.
      }
    }
  }

  private static boolean isUndone(String word) {
    return word.startsWith("user_un");
  }

  private static void scrub(Row row, long user, long at, List<TombstoneEvent> events) {
    row.number("up_to_status_id")
        .ifPresent(
            upTo ->
                events.add(
                    new TombstoneEvent(
                        Reason.Kind.PLACES,
                        Cause.SCRUBBED,
                        user,
                        upTo,
                        at,
                        false,
                        TombstoneEvent.Origin.COMPLIANCE)));
  }

  private static TombstoneEvent tweet(Cause cause, long id, long at, boolean reversal) {
    return event(Reason.Kind.TWEET, cause, id, at, reversal, TombstoneEvent.Origin.COMPLIANCE);
  }

  private static TombstoneEvent user(Cause cause, long id, long at, boolean reversal) {
    return event(
        Reason.Kind.TWITTER_USER, cause, id, at, reversal, TombstoneEvent.Origin.COMPLIANCE);
  }

  private static TombstoneEvent event(
      Reason.Kind kind,
      Cause cause,
      long id,
      long at,
      boolean reversal,
      TombstoneEvent.Origin origin) {
    return new TombstoneEvent(kind, cause, id, 0, at, reversal, origin);
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** The values of one row. */
  private record Row(Map<String, Long> numbers, Map<String, String> texts) {
    Optional<Long> number(String column) {
      return Optional.ofNullable(numbers.get(column));
    }

    String text(String column) {
      return texts.getOrDefault(column, "");
    }
  }

  private interface RowTaker {
    void take(Row row);
  }

  private void rows(DataFile file, List<String> columns, RowTaker taker) throws IOException {
    try (ColumnScan scan = ColumnScan.open(store, file.path())) {
      while (scan.nextRowGroup()) {
        scan.read(columns);
        Map<String, ColumnValues> values = new LinkedHashMap<>();
        for (String column : columns) {
          Optional<ColumnValues> found = scan.column(column);
          found.ifPresent(value -> values.put(column, value));
        }
        for (long at = 0; at < scan.rows(); at++) {
          taker.take(row(values));
        }
      }
    }
  }

  private static Row row(Map<String, ColumnValues> columns) {
    Row row = new Row(new LinkedHashMap<>(), new LinkedHashMap<>());
    columns.forEach(
        (name, value) -> {
          value.next();
          if (!value.isNull()) {
            if (TEXTS.contains(name)) {
              row.texts().put(name, new String(value.bytes(), StandardCharsets.UTF_8));
            } else {
              row.numbers().put(name, value.number());
            }
          }
        });
    return row;
  }
}
