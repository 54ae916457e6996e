package io.stockpile.pipeline.shred;

import io.stockpile.pipeline.json.PortableJson;
import io.stockpile.pipeline.json.Unescaper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Finds the members of one object that cannot stand under their own names beside the others. */
final class RepeatedNames {
  /** How a member can stand in {@code extra}. */
  enum Standing {
    /** Under its own name. */
    BESIDE,
    /** Not beside the others: its name came before, or is reserved. */
    AGAIN,
    /** Not as a member at all: no reader would take it. */
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
   * Says how the entries of one container can stand.
   *
   * @param except an entry that is passed over, or -1
   * @return whether all stand under their own names
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

  /** One character for each byte, so that every two different names differ. */
  private static String name(byte[] line, int from, int to) {
    byte[] plain = new byte[to - from];
    int length = Unescaper.unescape(line, from, to, plain, 0, true);
    return new String(plain, 0, length, StandardCharsets.ISO_8859_1);
  }
}
