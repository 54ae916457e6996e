package io.stockpile.pipeline.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Finds the members of one object that cannot stand under their own names beside the others. */
final class RepeatedNames {
  private static final int FEW = 12;

  private final ExtraLog log;
  private final int[] seen = new int[FEW];

  RepeatedNames(ExtraLog log) {
    this.log = log;
  }

  /**
   * Marks the entries of one container whose name came before or is reserved.
   *
   * @param except an entry that is passed over, or -1
   * @return whether any is marked
   */
  boolean mark(byte[] line, int first, int end, int except, boolean[] again) {
    int count = 0;
    boolean any = false;
    for (int entry = first; entry < end; entry = log.next(entry)) {
      if (entry == except) {
        continue;
      }
      int from = log.keyFrom(entry);
      int to = log.keyTo(entry);
      if (count == FEW || mayBeSpecial(line, from, to)) {
        return markByText(line, first, end, except, again);
      }
      again[entry] = false;
      for (int index = 0; index < count && !again[entry]; index++) {
        again[entry] = sameKey(line, from, to, seen[index]);
      }
      any |= again[entry];
      seen[count++] = entry;
    }
    return any;
  }

  /** Escaped names have other bytes than the names they mean; reserved ones begin with a dollar. */
  private static boolean mayBeSpecial(byte[] line, int from, int to) {
    for (int at = from; at < to; at++) {
      if (line[at] == '\\') {
        return true;
      }
    }
    return from < to && line[from] == '$';
  }

  private boolean sameKey(byte[] line, int from, int to, int other) {
    int otherFrom = log.keyFrom(other);
    int otherTo = log.keyTo(other);
    return to - from == otherTo - otherFrom
        && Arrays.equals(line, from, to, line, otherFrom, otherTo);
  }

  private boolean markByText(byte[] line, int first, int end, int except, boolean[] again) {
    Set<String> names = new HashSet<>();
    names.add(ExtraWriter.AGAIN);
    names.add(ExtraWriter.ENVELOPE);
    boolean any = false;
    for (int entry = first; entry < end; entry = log.next(entry)) {
      if (entry != except) {
        again[entry] = !names.add(name(line, log.keyFrom(entry), log.keyTo(entry)));
        any |= again[entry];
      }
    }
    return any;
  }

  /** One character for each byte, so that every two different names differ. */
  private static String name(byte[] line, int from, int to) {
    byte[] plain = new byte[to - from];
    int length = Unescaper.unescape(line, from, to, plain, 0, true);
    return new String(plain, 0, length, StandardCharsets.ISO_8859_1);
  }
}
