package io.stockpile.pipeline.manifest;

import io.stockpile.connectors.Leb128;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.LongStream;

/**
 * All ids that a unit names outside its columns of ids: in {@code extra} and {@code data} of its
 * rows, and in the lines that are not rows, duplicates and rejected ones. What is not among them
 * need not be searched for there.
 *
 * @param count the number of ids
 * @param deltas the ids in rising order, each as its distance from the one before it and the first
 *     from 0, as unsigned LEB128 of 64 bits, all of them in base64
 */
public record OtherIds(int count, String deltas) {

  /** Checks that the count is that of the ids. */
  public OtherIds {
    if (decode(deltas).length != count) {
      throw new IllegalArgumentException(
          "its field 'other_ids' says that there are %d ids, but lists %d"
              .formatted(count, decode(deltas).length));
    }
  }

  /** The ids, in any order, each once. */
  public static OtherIds of(Collection<Long> ids) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long before = 0;
    for (long id : ids.stream().mapToLong(Long::longValue).sorted().toArray()) {
      Leb128.write(id - before, out);
      before = id;
    }
    return new OtherIds(ids.size(), Base64.getEncoder().encodeToString(out.toByteArray()));
  }

  public LongStream ids() {
    return LongStream.of(decode(deltas));
  }

  private static long[] decode(String deltas) {
    ByteBuffer numbers = ByteBuffer.wrap(Base64.getDecoder().decode(deltas));
    LongStream.Builder ids = LongStream.builder();
    long id = 0;
    try {
      while (numbers.hasRemaining()) {
        id += Leb128.read(numbers);
        ids.add(id);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("its field 'other_ids' " + e.getMessage(), e);
    }
    return ids.build().toArray();
  }
}
