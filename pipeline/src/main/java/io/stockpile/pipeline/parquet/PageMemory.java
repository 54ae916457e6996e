package io.stockpile.pipeline.parquet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.ByteBufferAllocator;

/**
 * Memory for the compressed pages of one row group at a time. Pages lie behind each other in blocks
 * that the next row group uses again; allocated one by one, they would be a large part of what is
 * left to the garbage collector. Not thread-safe.
 */
final class PageMemory implements ByteBufferAllocator {
  private static final int FIRST_BLOCK = 64 << 10;
  private static final int LARGEST_BLOCK = 2 << 20;

  private final List<byte[]> blocks = new ArrayList<>();
  private int begun;
  private byte[] block = new byte[0];
  private int used;

  /** Everything that was allocated before is invalid from now on. */
  void clear() {
    begun = 0;
    block = new byte[0];
    used = 0;
  }

  /** Memory that is valid until {@link #clear}. Its content is undefined. */
  @Override
  public ByteBuffer allocate(int size) {
    while (block.length - used < size) {
      if (begun == blocks.size()) {
        int usual = (int) Math.min(LARGEST_BLOCK, Math.max(FIRST_BLOCK, 2L * block.length));
        blocks.add(new byte[Math.max(size, usual)]);
      }
      block = blocks.get(begun++);
      used = 0;
    }
    ByteBuffer allocated = ByteBuffer.wrap(block, used, size).slice();
    used += size;
    return allocated;
  }

  /** Does nothing: {@link #clear} releases all at once. */
  @Override
  public void release(ByteBuffer buffer) {}

  @Override
  public boolean isDirect() {
    return false;
  }

  long capacityBytes() {
    return blocks.stream().mapToLong(kept -> kept.length).sum();
  }
}
