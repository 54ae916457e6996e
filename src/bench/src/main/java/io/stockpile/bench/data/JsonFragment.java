package io.stockpile.bench.data;

import java.util.Arrays;

/** A piece of finished JSON that stands in many messages. Immutable. */
final class JsonFragment {
  private final byte[] utf8;

  JsonFragment(byte[] bytes, int length) {
    utf8 = Arrays.copyOf(bytes, length);
  }

  int length() {
    return utf8.length;
  }

  void copyTo(byte[] target, int offset) {
    System.arraycopy(utf8, 0, target, offset, utf8.length);
  }
}
