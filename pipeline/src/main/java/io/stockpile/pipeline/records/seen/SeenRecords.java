package io.stockpile.pipeline.records.seen;

import java.nio.ByteBuffer;

/** Remembers records by their time and bytes. */
final class SeenRecords {
  private final DigestSet seen = new DigestSet();
  private final ByteBuffer time = ByteBuffer.allocate(Long.BYTES);

  /** Remembers a record; false when the same came before. */
  boolean add(long micros, byte[] bytes, int offset, int length) {
    seen.update(time.putLong(0, micros).array());
    seen.update(bytes, offset, length);
    return seen.add();
  }
}
