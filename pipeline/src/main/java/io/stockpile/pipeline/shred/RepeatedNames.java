package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.json.PortableJson;
import io.stockpile.pipeline.json.Unescaper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds the members of an object in {@code extra} that cannot keep their names, because another
 * member has the same.
 */
final class RepeatedNames {
  /** How a member is written. */
  enum Standing {
    /** As a member with its own name. */
    BESIDE,
    /** As an element of {@code $again}, because its name came before or is reserved. */
    AGAIN,
    /** As text inside a JSON string, because other JSON readers would refuse the name. */
    REFUSED
  }

  private static final int FEW = 12;

  private final ExtraLog log;
  private final PortableJson portable;
  private final int[] seen = new int[FEW];

  RepeatedNames(ExtraLog log, PortableJson portable) {
    this.log = log;
    this.portable = portable;
  }

  /**
   * Decides for each entry of one container how it is written.
   *
   * @param except an entry to leave out, or -1
   * @return whether all keep their names
   */
  boolean stand(byte[] line, int first, int end, int except, Standing[] standings) {
    int count = 0;
    boolean all = true;
    for (int entry = first; entry < end; entry = log.next(entry)) {
      if (entry == except) {
        continue;
      }
      int from = log.keyFrom(entry);
      int to = log.keyTo(entry);
      if (count == FEW || mayBeSpecial(line, from, to)) {
        return standByText(line, first, end, except, standings);
      }
      boolean again = false;
      for (int index = 0; index < count && !again; index++) {
        again = sameKey(line, from, to, seen[index]);
      }
      standings[entry] = again ? Standing.AGAIN : Standing.BESIDE;
      all &= !again;
      seen[count++] = entry;
    }
    return all;
  }

  /**
   * Whether the bytes of the name are not enough to compare it: it contains an escape, or begins
   * with a dollar as the reserved names do.
   */
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

  private boolean standByText(byte[] line, int first, int end, int except, Standing[] standings) {
    Set<String> names = new HashSet<>();
    names.add(ExtraWriter.AGAIN);
    names.add(ExtraWriter.ENVELOPE);
    boolean all = true;
    for (int entry = first; entry < end; entry = log.next(entry)) {
      if (entry != except) {
        standings[entry] = standing(line, log.keyFrom(entry), log.keyTo(entry), names);
        all &= standings[entry] == Standing.BESIDE;
      }
    }
    return all;
  }

  private Standing standing(byte[] line, int from, int to, Set<String> names) {
    if (portable.refusesName(line, from, to)) {
      return Standing.REFUSED;
    }
    return names.add(name(line, from, to)) ? Standing.BESIDE : Standing.AGAIN;
  }

  /**
   * The unescaped name as a string with one character for each byte. Unlike decoding as UTF-8 this
   * never makes two different names equal.
   */
  private static String name(byte[] line, int from, int to) {
    byte[] plain = new byte[to - from];
    int length = Unescaper.unescape(line, from, to, plain, 0, true);
    return new String(plain, 0, length, StandardCharsets.ISO_8859_1);
  }
}
