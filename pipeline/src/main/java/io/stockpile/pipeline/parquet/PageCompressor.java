package io.stockpile.pipeline.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferReleaser;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses pages with zstd, with one context and one buffer for all pages. The result of {@link
 * #compress} is valid until the next call; the page store copies it at once.
 */
final class PageCompressor implements BytesInputCompressor, AutoCloseable {
  private final ZstdCompressCtx context = new ZstdCompressCtx();
  private final ByteBufferReleaser releaser =
      new ByteBufferReleaser(HeapByteBufferAllocator.getInstance());
  private byte[] compressed = new byte[0];

  PageCompressor(int level) {
    context.setLevel(level);
  }

  @Override
  public BytesInput compress(BytesInput bytes) {
    // A page is given as one array, so this is a view and not a copy.
    ByteBuffer page = bytes.toByteBuffer(releaser);
    int bound = Math.toIntExact(Zstd.compressBound(page.remaining()));
    if (bound > compressed.length) {
      compressed = new byte[bound];
    }
    int length =
        context.compressByteArray(
            compressed,
            0,
            compressed.length,
            page.array(),
            page.arrayOffset() + page.position(),
            page.remaining());
    return BytesInput.from(compressed, 0, length);
  }

  @Override
  public CompressionCodecName getCodecName() {
    return CompressionCodecName.ZSTD;
  }

  long capacityBytes() {
    return compressed.length;
  }

  @Override
  public void release() {
    close();
  }

  @Override
  public void close() {
    compressed = new byte[0];
    releaser.close();
    context.close();
  }
}
