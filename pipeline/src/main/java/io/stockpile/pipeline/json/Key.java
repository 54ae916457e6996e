package io.stockpile.pipeline.json;

import java.nio.charset.StandardCharsets;

/** A member's name that a schema knows, ready to be compared eight bytes at a time. */
public final class Key {
  private final byte[] name;
  private final long first;
  private final long firstMask;

  /** What stands behind the first eight bytes; empty for a short name. */
  private final long[] rest;

  private final long lastMask;

  /**
   * @throws IllegalArgumentException when the name could not stand plainly in JSON text
   */
  public Key(String name) {
    this.name = name.getBytes(StandardCharsets.UTF_8);
    for (byte part : this.name) {
      if (part < ' ' || part == '"' || part == '\\') {
        throw new IllegalArgumentException("A key must be plain ASCII: " + name);
      }
    }
    int length = this.name.length + 1;
    byte[] padded = new byte[(length + 7) / 8 * 8];
    System.arraycopy(this.name, 0, padded, 0, this.name.length);
    padded[this.name.length] = '"';
    rest = new long[padded.length / 8 - 1];
    for (int index = 0; index < rest.length; index++) {
      rest[index] = (long) EightBytes.LITTLE_ENDIAN.get(padded, index * 8 + 8);
    }
    lastMask = -1L >>> (padded.length - length) * 8;
    first = (long) EightBytes.LITTLE_ENDIAN.get(padded, 0);
    firstMask = rest.length == 0 ? lastMask : -1L;
  }

  public int length() {
    return name.length;
  }

  public byte[] name() {
    return name;
  }

  /**
   * Whether the name and a closing quote stand at {@code from}. Reads at most eight bytes behind
   * the first byte that differs.
   */
  public boolean standsAt(byte[] bytes, int from) {
    long word = (long) EightBytes.LITTLE_ENDIAN.get(bytes, from);
    return ((word ^ first) & firstMask) == 0 && (firstMask != -1L || restStandsAt(bytes, from + 8));
  }

  private boolean restStandsAt(byte[] bytes, int from) {
    int last = rest.length - 1;
    int at = from;
    for (int index = 0; index < last; index++) {
      if ((long) EightBytes.LITTLE_ENDIAN.get(bytes, at) != rest[index]) {
        return false;
      }
      at += 8;
    }
    return last < 0
        || (((long) EightBytes.LITTLE_ENDIAN.get(bytes, at) ^ rest[last]) & lastMask) == 0;
  }
}
