package io.stockpile.pipeline.columns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.column.values.bloomfilter.BlockSplitBloomFilter;
import org.apache.parquet.column.values.bloomfilter.BloomFilter;
import org.apache.parquet.column.values.bloomfilter.XxHash;

/**
 * The hashes of one column chunk's values. They are kept until the chunk ends, because the size of
 * its Bloom filter depends on how many there are.
 */
final class BloomHashes {
  private static final double FALSE_POSITIVES = 0.01;

  private final XxHash function = new XxHash();
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long[] hashes = new long[64];
  private int size;

  void add(long value, NumberForm form) {
    number.putLong(0, value).limit(form.bytes());
    add(function.hashByteBuffer(number));
  }

  /** Adds {@code count} strings in PLAIN encoding. */
  void addPlain(EncodedBytes values, int count) {
    ByteBuffer view = ByteBuffer.wrap(values.array());
    int at = PlainBytes.first();
    for (int i = 0; i < count; i++) {
      int length = PlainBytes.length(values.array(), at);
      view.limit(at + length).position(at);
      add(function.hashByteBuffer(view));
      at += length + Integer.BYTES;
    }
  }

  private void add(long hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = hash;
  }

  /** The filter over all values added since the last call. */
  BloomFilter finish() {
    int bits = BlockSplitBloomFilter.optimalNumOfBits(Math.max(1, size), FALSE_POSITIVES);
    BloomFilter filter = new BlockSplitBloomFilter(bits / Byte.SIZE);
    for (int i = 0; i < size; i++) {
      filter.insertHash(hashes[i]);
    }
    size = 0;
    return filter;
  }

  long capacityBytes() {
    return (long) hashes.length * Long.BYTES;
  }
}
