package io.stockpile.connectors.codec;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Decompresses consecutive zstd frames. The library's own stream can take a cut second frame for
 * the end of the file; this class accepts only the end of a frame. The memory is two fixed buffers
 * and, outside the heap, what the frame's window demands. Not thread-safe.
 */
final class ZstdFrames extends InputStream {
  private static final int BUFFER_BYTES = 128 * 1024;

  private final InputStream compressed;
  private final ZstdDecompressCtx context = new ZstdDecompressCtx();
  private final byte[] taken = new byte[BUFFER_BYTES];
  private final ByteBuffer input = ByteBuffer.allocateDirect(BUFFER_BYTES).limit(0);
  private final ByteBuffer output = ByteBuffer.allocateDirect(BUFFER_BYTES).limit(0);
  private boolean betweenFrames;
  private boolean mayHoldMore;
  private boolean closed;

  ZstdFrames(InputStream compressed) {
    this.compressed = compressed;
  }

  @Override
  public int read() throws IOException {
    byte[] single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    while (!output.hasRemaining()) {
      if (!mayHoldMore && !input.hasRemaining() && !fill()) {
        return -1;
      }
      decode();
    }
    int count = Math.min(length, output.remaining());
    output.get(into, offset, count);
    return count;
  }

  private boolean fill() throws IOException {
    int count = compressed.read(taken, 0, taken.length);
    if (count < 0) {
      if (!betweenFrames) {
        throw new DamagedFileException("the file ends in a frame");
      }
      return false;
    }
    input.clear();
    input.put(taken, 0, count);
    input.flip();
    return true;
  }

  private void decode() {
    output.clear();
    int before = input.position();
    boolean frameEnded = context.decompressDirectByteBufferStream(output, input);
    boolean moved = input.position() > before || output.position() > 0;
    betweenFrames = frameEnded || betweenFrames && !moved;
    mayHoldMore = !output.hasRemaining() && !frameEnded;
    output.flip();
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      context.close();
      compressed.close();
    }
  }
}
