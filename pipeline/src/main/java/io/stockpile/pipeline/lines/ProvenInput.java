package io.stockpile.pipeline.lines;

import io.stockpile.connectors.CountingInputStream;
import io.stockpile.connectors.Sha256;
import io.stockpile.connectors.codec.DecodedText;
import io.stockpile.connectors.gzip.WholeLinesInputStream;
import io.stockpile.pipeline.manifest.LandedFacts;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.function.IntSupplier;

/**
 * Reads the text of a landed object, decompressed if it is compressed, and computes size and digest
 * of the stored bytes meanwhile.
 */
final class ProvenInput implements LandedText {
  private final CountingInputStream counted;
  private final MessageDigest digest;
  private final InputStream text;
  private final IntSupplier members;
  private long textBytes;

  /**
   * @param landed the stored bytes; closed by {@link #close}, and if the constructor fails
   */
  ProvenInput(InputStream landed, LandedInput.Ending ending) throws IOException {
    digest = Sha256.digest();
    counted = new CountingInputStream(landed);
    InputStream proven = new DigestInputStream(counted, digest);
    try {
      if (ending == LandedInput.Ending.ANYWHERE) {
        WholeLinesInputStream lines = WholeLinesInputStream.ofAnswer(proven);
        text = lines;
        members = lines::gzipMembers;
        return;
      }
      DecodedText decoded = DecodedText.of(proven);
      text = decoded;
      members = decoded::gzipMembers;
    } catch (IOException | RuntimeException e) {
      landed.close();
      throw e;
    }
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = text.read(into, offset, length);
    if (count > 0) {
      textBytes += count;
    }
    return count;
  }

  @Override
  public long landedBytes() {
    return counted.count();
  }

  @Override
  public LandedFacts facts(LandedInput landed, long lines) {
    String sha256 = Sha256.hex(digest);
    return new LandedFacts(
        landed.key(),
        counted.count(),
        sha256,
        textBytes,
        lines,
        members.getAsInt(),
        landed.length(),
        landed.originalSha256().isEmpty() ? null : landed.originalSha256(),
        landed.erased());
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
