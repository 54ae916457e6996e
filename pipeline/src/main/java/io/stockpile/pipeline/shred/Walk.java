package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import java.util.ArrayList;
import java.util.List;

/** The walk over one line: where it stands, and what it has gathered. Reused for every line. */
final class Walk {
  private final JsonScanner scanner = new JsonScanner();
  private final ExtraLog extra = new ExtraLog();
  private final List<Place> excluded = new ArrayList<>();
  private ShreddedRecord record;
  private int kept;
  private boolean again;
  private boolean rootFound;

  void begin(ShreddedRecord record) {
    this.record = record;
    extra.begin();
    kept = 0;
    again = false;
    rootFound = false;
  }

  JsonScanner scanner() {
    return scanner;
  }

  ShreddedRecord record() {
    return record;
  }

  ExtraLog extra() {
    return extra;
  }

  /** Moves past a value that has no column. */
  void leftover(int keyFrom, int keyTo) throws MalformedLineException {
    scanner.peek();
    int from = scanner.position();
    scanner.skipValue();
    leftover(keyFrom, keyTo, from);
  }

  /** Notes that the value from {@code valueFrom} to here is not given back by a column. */
  void leftover(int keyFrom, int keyTo, int valueFrom) {
    if (kept == 0) {
      extra.value(keyFrom, keyTo, valueFrom, scanner.position());
    }
  }

  /** Notes a value that was passed before, in the object that is open still. */
  void leftover(int keyFrom, int keyTo, int valueFrom, int valueTo) {
    if (kept == 0) {
      extra.value(keyFrom, keyTo, valueFrom, valueTo);
    }
  }

  /** From here on everything is part of a value that a column keeps whole. */
  void enterKept() {
    kept++;
  }

  void leaveKept() {
    kept--;
  }

  /** The line must be walked again, because a better place than this came after it. */
  void excludeAndWalkAgain(Place place) {
    place.setExcluded(true);
    excluded.add(place);
    again = true;
  }

  boolean mustWalkAgain() {
    return again;
  }

  void forgetExclusions() {
    if (!excluded.isEmpty()) {
      excluded.forEach(place -> place.setExcluded(false));
      excluded.clear();
    }
  }

  void setRootFound() {
    rootFound = true;
  }

  boolean rootFound() {
    return rootFound;
  }
}
