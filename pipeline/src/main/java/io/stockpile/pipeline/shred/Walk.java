package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import java.util.ArrayList;
import java.util.List;

/** The state of the walk over one line. One object is reused for all lines. */
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

  /** Moves past a value that has no column, and notes it for {@code extra}. */
  void leftover(int keyFrom, int keyTo) throws MalformedLineException {
    scanner.peek();
    int from = scanner.position();
    scanner.skipValue();
    leftover(keyFrom, keyTo, from);
  }

  /** Notes for {@code extra} the value from {@code valueFrom} to the scanner's position. */
  void leftover(int keyFrom, int keyTo, int valueFrom) {
    if (kept == 0) {
      extra.value(keyFrom, keyTo, valueFrom, scanner.position());
    }
  }

  /** Notes for {@code extra} a value that was passed earlier in the object that is still open. */
  void leftover(int keyFrom, int keyTo, int valueFrom, int valueTo) {
    if (kept == 0) {
      extra.value(keyFrom, keyTo, valueFrom, valueTo);
    }
  }

  /**
   * Enters a value that a column keeps whole; until it is left nothing is noted for {@code extra}.
   */
  void enterKept() {
    kept++;
  }

  void leaveKept() {
    kept--;
  }

  /**
   * Demands that the line be walked again without this place, because a better one came after it.
   */
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
