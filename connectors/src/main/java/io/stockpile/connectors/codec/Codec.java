package io.stockpile.connectors.codec;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/** How a file is compressed. It is recognised by the file's first bytes, not by its name. */
public enum Codec {
  /** Not at all. */
  PLAIN(".json", "plain text", new int[0]),
  /** RFC 1952. */
  GZIP(".gz", "gzip", new int[] {0x1f, 0x8b}),
  /** Every block and the whole stream have a CRC. */
  BZIP2(".bz2", "bzip2", new int[] {'B', 'Z', 'h'}),
  /** The .xz format: each block has the check that the file's header names. */
  XZ(".xz", "xz", new int[] {0xfd, '7', 'z', 'X', 'Z', 0}),
  /** RFC 8878: a frame may have a checksum. */
  ZSTD(".zst", "zstd", new int[] {0x28, 0xb5, 0x2f, 0xfd});

  /** How many bytes are needed to recognise a codec. */
  public static final int MAGIC_BYTES = 6;

  /** The second to fourth byte of a skippable zstd frame, which may come first. */
  private static final int[] SKIPPABLE = {0x2a, 0x4d, 0x18};

  /** Enough for files of {@code xz -9}, which need 65 MiB. */
  private static final int XZ_MEMORY_KIB = 80 * 1024;

  private final String ending;
  private final String label;
  private final int[] magic;

  Codec(String ending, String label, int[] magic) {
    this.ending = ending;
    this.label = label;
    this.magic = magic;
  }

  /** The ending of the names of such files, for example {@code .bz2}. */
  public String ending() {
    return ending;
  }

  /** Its name for messages. */
  public String label() {
    return label;
  }

  /**
   * The codec of a file.
   *
   * @param first its first {@link #MAGIC_BYTES} bytes, or all if it has fewer; plain text if no
   *     other codec has them
   */
  public static Codec of(byte[] first) {
    for (Codec codec : values()) {
      if (codec != PLAIN && beginsWith(first, 0, codec.magic)) {
        return codec;
      }
    }
    boolean skippable = first.length > 0 && (first[0] & 0xf0) == 0x50;
    return skippable && beginsWith(first, 1, SKIPPABLE) ? ZSTD : PLAIN;
  }

  private static boolean beginsWith(byte[] first, int from, int[] magic) {
    if (first.length < from + magic.length) {
      return false;
    }
    for (int index = 0; index < magic.length; index++) {
      if ((first[from + index] & 0xff) != magic[index]) {
        return false;
      }
    }
    return true;
  }

  /** A decoder for the whole file, which may consist of several members, streams or frames. */
  InputStream decoder(InputStream compressed) throws IOException {
    return switch (this) {
      case BZIP2 -> new BZip2CompressorInputStream(compressed, true);
      case XZ -> new XZInputStream(compressed, XZ_MEMORY_KIB);
      case ZSTD -> new ZstdFrames(compressed);
      case PLAIN, GZIP -> throw new IllegalStateException(label + " needs no library");
    };
  }

  /**
   * A compressing stream, with all checksums that the format has.
   *
   * @param out closed with the returned stream, which must be closed to complete the file
   */
  public OutputStream encoder(OutputStream out) throws IOException {
    return switch (this) {
      case BZIP2 -> new BZip2CompressorOutputStream(out);
      case XZ -> new XZOutputStream(out, new LZMA2Options());
      case ZSTD -> new ZstdOutputStream(out).setChecksum(true);
      case PLAIN, GZIP -> throw new IllegalStateException(label + " needs no library");
    };
  }
}
