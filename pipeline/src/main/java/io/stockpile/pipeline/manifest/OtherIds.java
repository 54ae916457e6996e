package io.stockpile.pipeline.manifest;

import java.io.ByteArrayOutputStream;
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
      long rest = id - before;
      while ((rest & ~0x7FL) != 0) {
        out.write((int) (rest & 0x7F | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
      before = id;
    }
    return new OtherIds(ids.size(), Base64.getEncoder().encodeToString(out.toByteArray()));
  }

  public LongStream ids() {
    return LongStream.of(decode(deltas));
  }

  private static long[] decode(String deltas) {
    byte[] bytes = Base64.getDecoder().decode(deltas);
    LongStream.Builder ids = LongStream.builder();
    long id = 0;
    long delta = 0;
    int shift = 0;
    for (byte each : bytes) {
      if (shift > 63) {
        throw new IllegalArgumentException("its field 'other_ids' has a number above 64 bits");
      }
      delta |= (each & 0x7FL) << shift;
      shift += 7;
      if (each >= 0) {
        id += delta;
        ids.add(id);
        delta = 0;
        shift = 0;
      }
    }
    if (shift > 0) {
      throw new IllegalArgumentException("its field 'other_ids' ends within a number");
    }
    return ids.build().toArray();
  }
}
