package io.stockpile.connectors.codec;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Compresses files for tests with the encoders of the libraries. */
public enum Packed {
  GZIP(Codec.GZIP),
  BZIP2(Codec.BZIP2),
  XZ(Codec.XZ),
  /** With a checksum, as the command line tool writes it. */
  ZSTD(Codec.ZSTD),
  ZSTD_WITHOUT_CHECKSUM(Codec.ZSTD);

  private final Codec codec;

  Packed(Codec codec) {
    this.codec = codec;
  }

  public Codec codec() {
    return codec;
  }

  /** A complete file of a single stream, member or frame. */
  public byte[] of(byte[] content) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = encoder(file)) {
      out.write(content);
    }
    return file.toByteArray();
  }

  private OutputStream encoder(OutputStream file) throws IOException {
    return switch (this) {
      case GZIP -> new GZIPOutputStream(file);
      case BZIP2 -> new BZip2CompressorOutputStream(file, 1);
      case XZ -> new XZOutputStream(file, new LZMA2Options(0));
      case ZSTD -> new ZstdOutputStreamNoFinalizer(file).setChecksum(true);
      case ZSTD_WITHOUT_CHECKSUM -> new ZstdOutputStreamNoFinalizer(file).setChecksum(false);
    };
  }
}
