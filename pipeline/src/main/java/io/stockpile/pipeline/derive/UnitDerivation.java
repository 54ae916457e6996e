package io.stockpile.pipeline.derive;

import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.connectors.Generation;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.lines.LandedInput;
import io.stockpile.pipeline.lines.LineSource;
import io.stockpile.pipeline.manifest.LandedFacts;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.records.LineRouter;
import io.stockpile.pipeline.records.RejectReason;
import io.stockpile.pipeline.records.Route;
import io.stockpile.pipeline.records.RowColumns;
import io.stockpile.pipeline.records.Verdict;
import io.stockpile.pipeline.records.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of deriving one unit: what its lines have come to so far. Not thread-safe. */
final class UnitDerivation implements AutoCloseable {
  private final ArchiveUnit unit;
  private final Generation generation;
  private final DeriveSettings settings;
  private final DeriveProgress progress;
  private final ObjectStore store;
  private final DateRange dates;
  private final LineRouter router;
  private final MissingValue missing = new MissingValue();
  private final ShreddedRecord record = new ShreddedRecord();
  private final RowWriter rows;
  private final RejectedWriter rejected;
  private final List<LandedFacts> landed = new ArrayList<>();
  private long records;
  private long linesBefore;
  private long landedBytesBefore;
  private long blank;
  private long control;
  private long duplicates;

  UnitDerivation(
      ArchiveUnit unit,
      Generation generation,
      Vocabulary vocabulary,
      ObjectStore store,
      DeriveSettings settings,
      DeriveProgress progress) {
    this.unit = unit;
    this.generation = generation;
    this.store = store;
    this.settings = settings;
    this.progress = progress;
    router = LineRouter.of(vocabulary);
    dates = DateRange.of(unit, settings.maxDateSkew());
    rows = new RowWriter(unit, generation, store, settings.writer());
    rejected = new RejectedWriter(unit, generation, store, settings.writer());
  }

  void read(LandedInput input, int chunkBytes) throws IOException, InterruptedException {
    try (LineSource lines = LineSource.open(store, input, settings.maxLineBytes(), chunkBytes)) {
      while (lines.next()) {
        records++;
        take(lines, linesBefore + lines.number());
        if (lines.endsChunk()) {
          progress.advanced(landedBytesBefore + lines.landedBytes(), rows.rows());
        }
      }
      LandedFacts facts = lines.facts();
      landed.add(facts);
      linesBefore += facts.lines();
      landedBytesBefore += facts.bytes();
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
      rejected.write(line, number, RejectReason.LINE_TOO_LONG, detail);
      return;
    }
    try {
      Verdict verdict = router.glance(bytes, from, to);
      if (verdict instanceof Route route) {
        route.shredder().shred(bytes, from, to, record);
        if (router.agrees(route, route.shredder().marks())) {
          row(route, line, number);
          return;
        }
      }
      verdict = router.decide(bytes, from, to);
      if (verdict instanceof Route route) {
        route.shredder().shred(bytes, from, to, record);
        row(route, line, number);
      } else if (verdict == Verdict.Control.CONTROL) {
        control++;
      } else if (verdict instanceof Verdict.Reject reject) {
        rejected.write(line, number, reject.reason(), reject.detail());
      }
    } catch (MalformedLineException e) {
      RejectReason reason =
          switch (e.kind()) {
            case INVALID_UTF8 -> RejectReason.INVALID_UTF8;
            case MALFORMED_JSON -> RejectReason.MALFORMED_JSON;
            case TOO_DEEP -> RejectReason.TOO_DEEP;
          };
      rejected.write(line, number, reason, e.getMessage());
    }
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
      rejected.write(line, number, RejectReason.UNKNOWN_SHAPE, "data is no object");
      return;
    }
    boolean hasId = columns.id() >= 0 && route.shredder().entry(columns.id()) >= 0;
    if (!hasId && (columns.idRequired() || lacksIds(route, line))) {
      String detail = missing.misfit(route, "id", line).orElse("There is none");
      rejected.write(line, number, RejectReason.MISSING_ID, detail);
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
      add(route, number, micros, true);
    } else {
      String detail =
          "%s is more than %s outside %s to %s"
              .formatted(DateRange.instant(micros), settings.maxDateSkew(), unit.from(), unit.to());
      rejected.write(line, number, RejectReason.DATE_OUT_OF_RANGE, detail);
    }
  }

  private void undated(Route route, LineSource line, long number) throws IOException {
    Optional<String> misfit = missing.misfit(route, route.table().partitionColumn(), line);
    if (misfit.isPresent()) {
      misdated(line, number, misfit.get());
    } else if (route.columns().timeSource() < 0) {
      rejected.write(line, number, RejectReason.MISSING_DATE, "There is none");
    } else {
      add(route, number, DateRange.micros(unit.from()), false);
    }
  }

  private void misdated(LineSource line, long number, String misfit) throws IOException {
    if (LeapSecond.isIn(misfit)) {
      String detail = misfit + ", a leap second, which no timestamp can hold";
      rejected.write(line, number, RejectReason.LEAP_SECOND, detail);
    } else {
      rejected.write(line, number, RejectReason.BAD_DATE, misfit);
    }
  }

  /**
   * @param micros the record's own time, or that at which its unit begins
   */
  private void add(Route route, long number, long micros, boolean dated) throws IOException {
    if (route.isNew(record, micros)) {
      rows.write(route, record, number, DateRange.epochDay(micros), dated);
    } else {
      duplicates++;
    }
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

  /** Finishes all files, or none of them. */
  DerivedUnit finish() throws IOException {
    LineCounts counts =
        new LineCounts(records, blank, control, rows.rows(), duplicates, rejected.rows());
    if (counts.rejectedShare() > settings.maxRejectedShare()) {
      throw new TooManyRejectedException(
          ("%s: %d of %d lines were rejected, more than the share of %s that is allowed; the"
                  + " reasons are %s, the first is %s")
              .formatted(
                  unit.name(),
                  counts.rejected(),
                  counts.lines() - counts.blank(),
                  settings.maxRejectedShare(),
                  rejected.reasons(),
                  rejected.example()),
          counts,
          rejected.reasons());
    }
    Optional<RejectedLines> rejectedFile = rejected.finish();
    try {
      return new DerivedUnit(
          unit, generation, landed, counts, rows.finish(), rejectedFile.orElse(null));
    } catch (IOException | RuntimeException | Error e) {
      if (rejectedFile.isPresent()) {
        Aborts.abort(store, rejectedFile.get().pending(), e);
      }
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try (rejected) {
      rows.close();
    }
  }
}
