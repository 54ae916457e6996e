package io.stockpile.connectors.replay.attempts;

import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.store.StoredObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names under which an answer's bytes lie while they come: {@code 3.pieces/00000001-MILLIS}, in
 * the order of their numbers, each with the moment at which it was written.
 */
public final class PieceKeys {
  private static final Pattern PIECE = Pattern.compile("(\\d+)\\.pieces/(\\d+)-(\\d+)");
  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})\\..*");

  private PieceKeys() {}

  public static String prefix(ReplayUnit unit, int attempt) {
    return unit.landingPrefix() + attempt + ".pieces/";
  }

  public static String key(ReplayUnit unit, int attempt, int number, Instant now) {
    return prefix(unit, attempt)
        + String.format(Locale.ROOT, "%08d-%d", number, now.toEpochMilli());
  }

  /** The pieces of one attempt among a unit's objects, in order. */
  static List<StoredObject> of(ReplayUnit unit, int attempt, List<StoredObject> objects) {
    String prefix = prefix(unit, attempt);
    return objects.stream()
        .filter(object -> object.key().startsWith(prefix))
        .filter(object -> PIECE.matcher(rest(unit, object.key())).matches())
        .toList();
  }

  /** When a piece was written. */
  static Instant writtenAt(ReplayUnit unit, StoredObject piece) {
    Matcher matcher = PIECE.matcher(rest(unit, piece.key()));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(piece.key() + " is no piece of " + unit.name());
    }
    return Instant.ofEpochMilli(Long.parseLong(matcher.group(3)));
  }

  /** The number of the attempt that an object of a unit belongs to. */
  static OptionalInt attempt(ReplayUnit unit, String key) {
    Matcher matcher = NUMBERED.matcher(rest(unit, key));
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  private static String rest(ReplayUnit unit, String key) {
    return key.substring(unit.landingPrefix().length());
  }
}
