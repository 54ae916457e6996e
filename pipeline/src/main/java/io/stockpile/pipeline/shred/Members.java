package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.json.EightBytes;
import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.json.Unescaper;
import java.util.List;

/**
 * The known members of one object of the source. The records of a file mostly have their keys in
 * the same order, so the key that came next in the last record is tried first; other keys are
 * looked up in a hash table.
 */
final class Members {
  private static final long MIXER = 0x9E3779B97F4A7C15L;

  private final StructurePlace[] structures;
  private final Place[] table;
  private final int shift;
  private Place first;
  private byte[] unescaped = new byte[64];

  Members(List<Place> places) {
    structures =
        places.stream()
            .filter(StructurePlace.class::isInstance)
            .map(StructurePlace.class::cast)
            .toArray(StructurePlace[]::new);
    int bits = 2;
    while (1 << bits < places.size() * 2) {
      bits++;
    }
    table = new Place[1 << bits];
    shift = Long.SIZE - bits;
    for (Place place : places) {
      byte[] name = place.key().name();
      byte[] padded = new byte[name.length + Long.BYTES];
      System.arraycopy(name, 0, padded, 0, name.length);
      int at = slot(padded, 0, name.length);
      while (table[at] != null) {
        at = at + 1 & table.length - 1;
      }
      table[at] = place;
    }
  }

  private int slot(byte[] bytes, int from, int length) {
    long word = (long) EightBytes.LITTLE_ENDIAN.get(bytes, from);
    if (length < Long.BYTES) {
      word &= ~(-1L << (length << 3));
    }
    return (int) ((word + length) * MIXER >>> shift);
  }

  /**
   * Walks through the object that the scanner stands at.
   *
   * @return the {@link Place#mark marks} of the members that the object has
   */
  int read(Walk walk) throws MalformedLineException {
    JsonScanner scanner = walk.scanner();
    for (StructurePlace structure : structures) {
      structure.begin();
    }
    if (!scanner.enterObject()) {
      return 0;
    }
    int marks = 0;
    Place before = null;
    Place expected = first;
    do {
      Place place = expected;
      if (expected == null || !scanner.keyIs(expected.key())) {
        scanner.key();
        place = find(scanner);
        if (place == null) {
          walk.leftover(scanner.textFrom(), scanner.textTo());
          continue;
        }
        if (before == null) {
          first = place;
        } else {
          before.setLikelyNext(place);
        }
      }
      before = place;
      expected = place.likelyNext();
      marks |= place.mark();
      place.read(walk);
    } while (scanner.more('}'));
    return marks;
  }

  private Place find(JsonScanner scanner) {
    int from = scanner.textFrom();
    int length = scanner.textTo() - from;
    if (!scanner.textEscaped()) {
      return find(scanner.bytes(), from, length);
    }
    if (unescaped.length < length + JsonScanner.PADDING) {
      unescaped = new byte[(length + JsonScanner.PADDING) * 2];
    }
    int plain = Unescaper.unescape(scanner.bytes(), from, from + length, unescaped, 0, true);
    unescaped[plain] = '"';
    return find(unescaped, 0, plain);
  }

  private Place find(byte[] bytes, int from, int length) {
    int at = slot(bytes, from, length);
    while (table[at] != null) {
      if (table[at].key().length() == length && table[at].key().standsAt(bytes, from)) {
        return table[at];
      }
      at = at + 1 & table.length - 1;
    }
    return null;
  }
}
