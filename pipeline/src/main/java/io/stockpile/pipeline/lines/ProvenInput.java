package io.stockpile.pipeline.lines;

import io.stockpile.connectors.Sha256;
import io.stockpile.connectors.gzip.GzipMemberInputStream;
import io.stockpile.connectors.gzip.WholeLinesInputStream;
import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.function.IntSupplier;

/**
 * The text of a landed object: inflated when it is gzip, as it is otherwise. Its size and digest
 * are taken on the way.
 */
final class ProvenInput implements AutoCloseable {
  private final Counted counted;
  private final MessageDigest digest;
  private final InputStream text;
  private final IntSupplier members;
  private long textBytes;

  /**
   * @param landed is closed with this, and when this fails
   */
  ProvenInput(InputStream landed, LandedInput.Ending ending) throws IOException {
    digest = Sha256.digest();
    counted = new Counted(landed);
    InputStream proven = new DigestInputStream(counted, digest);
    try {
      if (ending == LandedInput.Ending.ANYWHERE) {
        WholeLinesInputStream lines = WholeLinesInputStream.ofAnswer(proven);
        text = lines;
        members = lines::gzipMembers;
        return;
      }
      PushbackInputStream begun = new PushbackInputStream(proven, 2);
      if (beginsAsGzip(begun)) {
        GzipMemberInputStream gzip = new GzipMemberInputStream(begun);
        text = gzip;
        members = gzip::members;
      } else {
        text = begun;
        members = () -> 0;
      }
    } catch (IOException | RuntimeException e) {
      landed.close();
      throw e;
    }
  }

  private static boolean beginsAsGzip(PushbackInputStream in) throws IOException {
    byte[] magic = new byte[2];
    int length = in.readNBytes(magic, 0, 2);
    in.unread(magic, 0, length);
    return length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
  }

  int read(byte[] into, int offset, int length) throws IOException {
    int count = text.read(into, offset, length);
    if (count > 0) {
      textBytes += count;
    }
    return count;
  }

  /** How many landed bytes have been read. */
  long landedBytes() {
    return counted.bytes;
  }

  /** What was seen; to be called once, when everything has been read. */
  LandedFacts facts(LandedInput landed, long lines) {
    String sha256 = Sha256.hex(digest);
    return new LandedFacts(
        landed.key(), counted.bytes, sha256, textBytes, lines, members.getAsInt(), landed.length());
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private static final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      bytes += next < 0 ? 0 : 1;
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = in.read(into, offset, length);
      bytes += Math.max(count, 0);
      return count;
    }
  }
}
