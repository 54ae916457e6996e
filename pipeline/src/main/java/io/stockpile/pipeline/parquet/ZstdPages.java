package io.stockpile.pipeline.parquet;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Decompresses pages that {@link PageCompressor} compressed. The archive's own files have no
 * others.
 */
final class ZstdPages implements CompressionCodecFactory {
  private static final BytesInputDecompressor ZSTD =
      new BytesInputDecompressor() {
        @Override
        public BytesInput decompress(BytesInput bytes, int decompressedSize) throws IOException {
          byte[] page = new byte[decompressedSize];
          byte[] compressed = bytes.toInputStream().readAllBytes();
          requireWhole(Zstd.decompress(page, compressed), decompressedSize);
          return BytesInput.from(page);
        }

        @Override
        public void decompress(
            ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize)
            throws IOException {
          byte[] compressed = new byte[compressedSize];
          input.get(compressed);
          byte[] page = new byte[decompressedSize];
          requireWhole(Zstd.decompress(page, compressed), decompressedSize);
          output.put(page);
        }

        @Override
        public void release() {}
      };

  private static void requireWhole(long result, int expected) throws IOException {
    if (Zstd.isError(result)) {
      throw new IOException("A page is damaged: " + Zstd.getErrorName(result));
    }
    if (result != expected) {
      throw new IOException(
          "A page is damaged: it has " + result + " bytes where " + expected + " were written");
    }
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new UnsupportedOperationException(
          "its pages are compressed by " + codec + ", and the archive's own files by ZSTD");
    }
    return ZSTD;
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("Pages are only read here");
  }

  @Override
  public void release() {}
}
