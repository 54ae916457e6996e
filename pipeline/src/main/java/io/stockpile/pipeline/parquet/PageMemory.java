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
  private static final int BLOCK_BYTES = 2 << 20;

  private final List<byte[]> blocks = new ArrayList<>();
  private int begun;
  private int free;

  /** Everything that was allocated before is invalid from now on. */
  void clear() {
    begun = 0;
    free = 0;
  }

  /** Memory that is valid until {@link #clear}. Its content is undefined. */
  @Override
  public ByteBuffer allocate(int size) {
    if (size > BLOCK_BYTES) {
      return ByteBuffer.allocate(size);
    }
    if (size > free) {
      if (begun == blocks.size()) {
        blocks.add(new byte[BLOCK_BYTES]);
      }
      begun++;
      free = BLOCK_BYTES;
    }
    ByteBuffer allocated = ByteBuffer.wrap(blocks.get(begun - 1), BLOCK_BYTES - free, size).slice();
    free -= size;
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
    return (long) blocks.size() * BLOCK_BYTES;
  }
}
