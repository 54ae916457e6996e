package io.stockpile.pipeline.derive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.lines.LandedBytesException;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.lines.LandedLines;
import io.stockpile.pipeline.lines.LineSource;
import io.stockpile.pipeline.lines.TextOpener;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.records.LineRouter;
import io.stockpile.pipeline.records.RejectReason;
import io.stockpile.pipeline.records.Route;
import io.stockpile.pipeline.records.RowColumns;
import io.stockpile.pipeline.records.Verdict;
import io.stockpile.pipeline.records.Vocabulary;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Goes through the lines of one unit. Each line becomes a row or a rejected line, or is only
 * counted; the counts add up to the number of lines. The outcome depends only on the lines, the
 * unit and the settings. Not thread-safe.
 */
public final class UnitLines {
  private final ArchiveUnit unit;
  private final DeriveSettings settings;
  private final LineSink sink;
  private final DateRange dates;
  private final LineRouter router;
  private final RowStamp stamp;
  private final RejectedTally rejected = new RejectedTally();
  private final RejectedColumns rejectedColumns;
  private final MissingValue missing = new MissingValue();
  private final ShreddedRecord record = new ShreddedRecord();
  private final Map<Route, LineErasing.Look> looks = new IdentityHashMap<>();
  private LineErasing erasing = LineErasing.NONE;
  private long records;
  private long linesBefore;
  private long landedBytesBefore;
  private long blank;
  private long control;
  private long rows;
  private long duplicates;
  private long erased;

  /**
   * @param vocabulary whose records the lines are
   * @param sink receives the rows and the rejected lines
   */
  public UnitLines(
      ArchiveUnit unit, Vocabulary vocabulary, DeriveSettings settings, LineSink sink) {
    this.unit = unit;
    this.settings = settings;
    this.sink = sink;
    router = LineRouter.of(vocabulary);
    dates = DateRange.of(unit, settings.maxDateSkew());
    stamp = new RowStamp(unit);
    rejectedColumns = new RejectedColumns(unit);
  }

  /**
   * Reads the lines of the unit's next object. Line numbers go on from the object before.
   *
   * @param erasing empties lines, and removes values from lines, before they become anything
   * @return size, checksum and number of lines of the object
   * @throws io.stockpile.pipeline.lines.LandedBytesException when it is not byte for byte what was
   *     landed
   * @throws io.stockpile.connectors.gzip.GzipFormatException when it is cut or damaged
   * @throws IOException when the store or the sink fails
   */
  public LandedFacts read(
      ObjectStore store, LandedInput input, LineErasing erasing, DeriveProgress progress)
      throws IOException, InterruptedException {
    return read(TextOpener.in(store), input, erasing, LandedLines.CHUNK_BYTES, progress);
  }

  LandedFacts read(
      TextOpener texts,
      LandedInput input,
      LineErasing erasing,
      int chunkBytes,
      DeriveProgress progress)
      throws IOException, InterruptedException {
    if (erasing != this.erasing) {
      this.erasing = erasing;
      looks.clear();
    }
    try (LineSource lines =
        LineSource.open(
            texts, input, settings.maxLineBytes(), chunkBytes, erasing.begin(input.key()))) {
      while (lines.next()) {
        records++;
        take(lines, linesBefore + lines.number());
        if (lines.endsChunk()) {
          progress.advanced(landedBytesBefore + lines.landedBytes(), rows);
        }
      }
      LandedFacts facts = lines.facts();
      linesBefore += facts.lines();
      landedBytesBefore += facts.bytes();
      erased += input.erased() + erasing.erasedLines(input.key());
      return facts;
    }
  }

  private void take(LineSource line, long number) throws IOException {
    byte[] bytes = line.bytes();
    int from = line.from();
    int to = line.to();
    if (isBlank(bytes, from, to) && line.lineBytes() <= settings.maxLineBytes()) {
      blank++;
      return;
    }
    if (line.lineBytes() > settings.maxLineBytes()) {
      String detail =
          "%d bytes, where %d are allowed".formatted(line.lineBytes(), settings.maxLineBytes());
      reject(line, number, RejectReason.LINE_TOO_LONG, detail);
      return;
    }
    try {
      Verdict verdict = router.glance(bytes, from, to);
      if (verdict instanceof Route route) {
        boolean object = route.shredder().shred(bytes, from, to, record);
        if (router.agrees(route, route.shredder().marks())) {
          shredded(route, object, line, number);
          return;
        }
      }
      verdict = router.decide(bytes, from, to);
      if (verdict instanceof Route route) {
        boolean object = route.shredder().shred(bytes, from, to, record);
        shredded(route, object, line, number);
      } else if (verdict == Verdict.Control.CONTROL) {
        if (!changed(line, number)) {
          besidesRows(line);
          control++;
        }
      } else if (verdict instanceof Verdict.Reject reject) {
        reject(line, number, reject.reason(), reject.detail());
      }
    } catch (MalformedLineException e) {
      RejectReason reason =
          switch (e.kind()) {
            case INVALID_UTF8 -> RejectReason.INVALID_UTF8;
            case MALFORMED_JSON -> RejectReason.MALFORMED_JSON;
            case TOO_DEEP -> RejectReason.TOO_DEEP;
          };
      reject(line, number, reason, e.getMessage());
    }
  }

  /**
   * Erases in the line. If that changes it, handles the changed line and returns true; the caller
   * then must not handle the original. To be called before a line becomes a row or a rejected line,
   * unless its record shows that it contains nothing to erase.
   */
  private boolean changed(LineSource line, long number) throws IOException {
    if (!line.edit()) {
      return false;
    }
    take(line, number);
    return true;
  }

  private void shredded(Route route, boolean object, LineSource line, long number)
      throws IOException {
    // The record does not show everything of a line that is no object, or whose JSON was rewritten.
    boolean concerned = !object || route.shredder().wroteAnew() || look(route).concerns(record);
    if (!concerned || !changed(line, number)) {
      row(route, line, number);
    }
  }

  private LineErasing.Look look(Route route) {
    LineErasing.Look look = looks.get(route);
    if (look == null) {
      look = erasing.look(route.table(), route.shape().format());
      looks.put(route, look);
    }
    return look;
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
      at++;
    }
    return at == to;
  }

  private void row(Route route, LineSource line, long number) throws IOException {
    RowColumns columns = route.columns();
    if (!route.shredder().foundRoot()) {
      reject(line, number, RejectReason.UNKNOWN_SHAPE, "data is no object");
      return;
    }
    boolean hasId = columns.id() >= 0 && route.shredder().entry(columns.id()) >= 0;
    if (!hasId && (columns.idRequired() || lacksIds(route, line))) {
      String detail = missing.misfit(route, "id", line).orElse("There is none");
      reject(line, number, RejectReason.MISSING_ID, detail);
      return;
    }
    int date = route.shredder().entry(columns.date());
    if (date >= 0) {
      dated(route, line, number, record.number(date));
    } else {
      undated(route, line, number);
    }
  }

  private void dated(Route route, LineSource line, long number, long micros) throws IOException {
    if (dates.contains(micros)) {
      add(route, line, number, micros, true);
    } else {
      String detail =
          "%s is more than %s outside %s to %s"
              .formatted(DateRange.instant(micros), settings.maxDateSkew(), unit.from(), unit.to());
      reject(line, number, RejectReason.DATE_OUT_OF_RANGE, detail);
    }
  }

  private void undated(Route route, LineSource line, long number) throws IOException {
    Optional<String> misfit = missing.misfit(route, route.table().partitionColumn(), line);
    if (misfit.isPresent()) {
      misdated(line, number, misfit.get());
    } else if (route.columns().timeSource() < 0) {
      reject(line, number, RejectReason.MISSING_DATE, "There is none");
    } else {
      add(route, line, number, DateRange.micros(unit.from()), false);
    }
  }

  private void misdated(LineSource line, long number, String misfit) throws IOException {
    if (LeapSecond.isIn(misfit)) {
      String detail = misfit + ", a leap second, which no timestamp can hold";
      reject(line, number, RejectReason.LEAP_SECOND, detail);
    } else {
      reject(line, number, RejectReason.BAD_DATE, misfit);
    }
  }

  /**
   * @param micros the record's own time, or the start of its unit for a record without one
   */
  private void add(Route route, LineSource line, long number, long micros, boolean dated)
      throws IOException {
    if (route.isNew(record, micros)) {
      erasing.row(route.table(), record);
      stamp.put(route, record, number, dated);
      sink.row(route.table(), record, DateRange.epochDay(micros));
      rows++;
    } else {
      besidesRows(line);
      duplicates++;
    }
  }

  private void besidesRows(LineSource line) {
    boolean whole = line.lineBytes() == line.to() - line.from();
    erasing.besidesRows(line.bytes(), line.from(), line.to(), whole);
  }

  private boolean lacksIds(Route route, LineSource line) {
    boolean keysAreKnown = route.columns().id() < 0;
    return !hasAnyId(route) && (keysAreKnown || !missing.mayHoldAnId(route, line));
  }

  private static boolean hasAnyId(Route route) {
    for (int column : route.columns().anyIds()) {
      if (route.shredder().entry(column) >= 0) {
        return true;
      }
    }
    return false;
  }

  private void reject(LineSource line, long number, RejectReason reason, String detail)
      throws IOException {
    if (changed(line, number)) {
      return;
    }
    besidesRows(line);
    rejected.add(line, number, reason, detail);
    sink.rejected(rejectedColumns.of(line, number, reason, detail));
  }

  RejectedTally rejected() {
    return rejected;
  }

  /**
   * The counts of all lines; to be called when all objects have been read.
   *
   * @throws TooManyRejectedException when more lines were rejected than the settings allow
   * @throws LandedBytesException when fewer lines are empty than were erased
   */
  public LineCounts counts() throws TooManyRejectedException, LandedBytesException {
    if (erased > blank) {
      throw new LandedBytesException(
          "%s: %d lines were erased of it, and only %d are empty; bring it in again"
              .formatted(unit.name(), erased, blank));
    }
    LineCounts counts =
        new LineCounts(
            records, blank - erased, control, rows, duplicates, rejected.lines(), erased);
    if (counts.rejectedShare() > settings.maxRejectedShare()) {
      throw new TooManyRejectedException(
          ("%s: %d of %d lines were rejected, more than the share of %s that is allowed; the"
                  + " reasons are %s, the first is %s")
              .formatted(
                  unit.name(),
                  counts.rejected(),
                  counts.filled(),
                  settings.maxRejectedShare(),
                  rejected.reasons(),
                  rejected.example()),
          counts,
          rejected.reasons());
    }
    return counts;
  }
}
