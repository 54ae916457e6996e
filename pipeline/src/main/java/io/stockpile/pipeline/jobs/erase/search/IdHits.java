package io.stockpile.pipeline.jobs.erase.search;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.erase.text.LineEraser;
import io.stockpile.pipeline.erase.text.Reason;
import io.stockpile.pipeline.erase.tombstones.TombstoneIds;
import io.stockpile.pipeline.parquet.ChunkFacts;
import io.stockpile.pipeline.parquet.ColumnScan;
import io.stockpile.pipeline.parquet.ColumnValues;
import io.stockpile.pipeline.records.Vocabulary;
import io.stockpile.schemas.IdColumn;
import io.stockpile.schemas.Identity;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Searches table files for ids to erase. Thread-safe. */
final class IdHits {
  /** With more ids than this a Bloom filter is not asked, because it must be asked for each id. */
  private static final int MOST_ASKED = 1000;

  private final ObjectStore store;
  private final Vocabulary vocabulary;
  private final TombstoneIds ids;
  private final Look look;
  private final boolean texts;
  private final boolean count;

  /** What is searched for. */
  enum Look {
    /** Whether a row may contain an id; ends at the first. */
    FIND,
    /** How many rows may contain an id. */
    COUNT,
    /** How many rows contain an id that should have been erased. */
    PROVE
  }

  /**
   * @param vocabulary whose records the lines are that the files were made from
   */
  IdHits(ObjectStore store, Vocabulary vocabulary, TombstoneIds ids, Look look) {
    this(store, vocabulary, ids, look, true);
  }

  /**
   * @param vocabulary whose records the lines are that the files were made from
   * @param texts whether to search the columns of JSON and raw lines as well
   */
  IdHits(ObjectStore store, Vocabulary vocabulary, TombstoneIds ids, Look look, boolean texts) {
    this.store = store;
    this.vocabulary = vocabulary;
    this.ids = ids;
    this.look = look;
    this.texts = texts;
    this.count = look != Look.FIND;
  }

  /** A column of ids, and the kinds of tombstones that its ids are compared with. */
  private record Watched(String column, List<Reason.Kind> kinds) {}

  /**
   * How many rows of a file have an id; with {@link Look#FIND} 1 if any has.
   *
   * @param table the table's name; {@code rejected} for rejected lines
   */
  long rows(String table, String path) throws IOException {
    TableSchema schema = Tables.named(table);
    LinkHits links = new LinkHits(schema, ids);
    try (ColumnScan scan = ColumnScan.open(store, path)) {
      TextHits inTexts = new TextHits(schema, LineEraser.of(vocabulary, ids));
      long rows = 0;
      while (scan.nextRowGroup()) {
        BitSet hits = numbers(scan, schema);
        if (hits.isEmpty() || count) {
          links.mark(scan, hits, !count);
        }
        if (table.equals(Tables.DELETIONS.name())) {
          new DeletionHits(ids).mark(scan, hits);
        }
        if (texts && (hits.isEmpty() || count)) {
          inTexts.mark(scan, hits, !count);
        }
        rows += hits.cardinality();
        if (rows > 0 && !count) {
          return 1;
        }
      }
      return rows;
    }
  }

  /**
   * How many rows of a file have an id that should have been erased in columns of ids.
   *
   * @param table the table's name; {@code rejected} for rejected lines
   * @param doubts receives the other rows whose texts name one
   */
  long left(String table, String path, RowDoubts doubts) throws IOException {
    TableSchema schema = Tables.named(table);
    try (ColumnScan scan = ColumnScan.open(store, path)) {
      TextHits inTexts = new TextHits(schema, LineEraser.of(vocabulary, ids));
      long rows = 0;
      while (scan.nextRowGroup()) {
        BitSet hits = numbers(scan, schema);
        rows += hits.cardinality();
        doubts.note(path, scan, inTexts, hits);
      }
      return rows;
    }
  }

  /** The rows of the scan's row group that have an id in a column of ids. */
  private BitSet numbers(ColumnScan scan, TableSchema schema) throws IOException {
    BitSet hits = new BitSet();
    for (Watched column : watched(schema)) {
      if (hits.isEmpty() || count) {
        numbers(scan, column, hits);
      }
    }
    return hits;
  }

  /** Whether the column may contain an id, judged by its statistics and its Bloom filter. */
  private boolean mayHold(ChunkFacts column, List<Reason.Kind> kinds) throws IOException {
    if (column.isAllNull()) {
      return false;
    }
    Optional<ChunkFacts.Range> range = column.range();
    List<Reason.Kind> inRange =
        range.isEmpty()
            ? kinds
            : kinds.stream()
                .filter(kind -> ids.touches(kind, range.get().min(), range.get().max()))
                .toList();
    if (inRange.isEmpty()) {
      return false;
    }
    Optional<LongStream> distinct = column.distinct();
    if (distinct.isPresent()) {
      return distinct
          .get()
          .anyMatch(id -> inRange.stream().anyMatch(kind -> ids.contains(kind, id)));
    }
    return range.isEmpty() || !rulesOut(column, inRange, range.get());
  }

  private boolean rulesOut(ChunkFacts column, List<Reason.Kind> kinds, ChunkFacts.Range range)
      throws IOException {
    long[] asked =
        kinds.stream()
            .flatMapToLong(kind -> ids.within(kind, range.min(), range.max()))
            .limit(MOST_ASKED + 1)
            .toArray();
    return asked.length <= MOST_ASKED && column.rulesOut(LongStream.of(asked));
  }

  private void numbers(ColumnScan scan, Watched column, BitSet hits) throws IOException {
    Optional<ChunkFacts> facts = scan.facts(column.column());
    if (facts.isEmpty() || !mayHold(facts.get(), column.kinds())) {
      return;
    }
    scan.read(List.of(column.column()));
    ColumnValues values = scan.column(column.column()).orElseThrow();
    while (values.next()) {
      if (!values.isNull()) {
        long id = values.number();
        for (Reason.Kind kind : column.kinds()) {
          if (ids.contains(kind, id)) {
            hits.set(values.row());
            if (!count) {
              return;
            }
          }
        }
      }
    }
  }

  /**
   * The columns to search. An id that a record only refers to does not count, except that of a
   * user, whose name may be in the record. Even that is not searched where the record is kept
   * whole, because searching the record itself is more exact.
   */
  private List<Watched> watched(TableSchema table) {
    boolean keepsAll = table.leaves().stream().anyMatch(leaf -> leaf.dotted().equals("data"));
    List<Watched> watched = new ArrayList<>();
    for (IdColumn column : IdColumn.of(table)) {
      Identity identity = column.identity();
      List<Reason.Kind> kinds = kinds(identity.thing(), look == Look.PROVE);
      boolean user =
          identity.thing() == Identity.Thing.STOCKTWITS_USER
              || identity.thing() == Identity.Thing.TWITTER_USER;
      boolean counts =
          identity.role() == Identity.Role.IDENTIFIES || (user && !keepsAll && look != Look.PROVE);
      if (!kinds.isEmpty() && counts) {
        watched.add(new Watched(column.leaf().dotted(), kinds));
      }
    }
    return watched;
  }

  /**
   * @param own leaves out users whose tweets only lose their places
   */
  private static List<Reason.Kind> kinds(Identity.Thing thing, boolean own) {
    return switch (thing) {
      case MESSAGE -> List.of(Reason.Kind.MESSAGE);
      case STOCKTWITS_USER -> List.of(Reason.Kind.STOCKTWITS_USER);
      case TWEET -> List.of(Reason.Kind.TWEET);
      case TWITTER_USER ->
          own
              ? List.of(Reason.Kind.TWITTER_USER)
              : List.of(Reason.Kind.TWITTER_USER, Reason.Kind.PLACES);
      case OTHER -> List.of();
    };
  }
}
