package io.stockpile.bench.data.parts;

import java.util.Arrays;

/** A piece of finished JSON that is part of many records. Immutable. */
public final class JsonFragment {
  /** The literal {@code null}. */
  public static final JsonFragment NULL = new JsonBuffer().raw("null").take();

  private final byte[] utf8;

  public JsonFragment(byte[] bytes, int length) {
    utf8 = Arrays.copyOf(bytes, length);
  }

  public int length() {
    return utf8.length;
  }

  public void copyTo(byte[] target, int offset) {
    System.arraycopy(utf8, 0, target, offset, utf8.length);
  }
}
