package io.stockpile.connectors.gzip;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The members of a gzip file one by one: the text of each and, as long as it is not too large, its
 * bytes as they lie in the file. Zero padding behind the last is passed over. Not thread-safe.
 */
public final class GzipMembers implements Closeable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream compressed;
  private final boolean mayBeCut;
  private final int mostBytes;
  private final GzipDecoder decoder = new GzipDecoder();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final ByteArrayOutputStream member = new ByteArrayOutputStream();
  private final byte[] ahead = new byte[1];
  private int memberFrom;
  private boolean hasAhead;
  private boolean tooLarge;
  private boolean whole;
  private boolean ended;

  /**
   * @param compressed is read to its end, in large pieces, and closed with this
   * @param mayBeCut whether what cannot be decoded at the end is passed over; otherwise it is a
   *     {@link GzipFormatException}
   * @param mostBytes of larger members the bytes are not kept
   */
  public GzipMembers(InputStream compressed, boolean mayBeCut, int mostBytes) {
    this.compressed = compressed;
    this.mayBeCut = mayBeCut;
    this.mostBytes = mostBytes;
  }

  /**
   * Goes to the next member; the one before must have been read to its end.
   *
   * @return false behind the last, which is known only then to be the last of a sound file
   */
  public boolean next() throws IOException {
    member.reset();
    tooLarge = false;
    whole = false;
    int first = decode(ahead, 0, 1);
    hasAhead = first > 0;
    return hasAhead || whole;
  }

  /** The member's text; -1 at its end. */
  public int read(byte[] output, int offset, int length) throws IOException {
    if (hasAhead && length > 0) {
      output[offset] = ahead[0];
      hasAhead = false;
      return 1;
    }
    return whole ? -1 : decode(output, offset, length);
  }

  /**
   * The member's bytes, when its text was read to its end; empty when there are too many of them,
   * or it was cut.
   */
  public Optional<byte[]> bytes() {
    return whole && !tooLarge ? Optional.of(member.toByteArray()) : Optional.empty();
  }

  private int decode(byte[] output, int offset, int length) throws IOException {
    while (!ended) {
      int decoded = decoded(output, offset, length);
      if (decoded == GzipDecoder.MEMBER_END) {
        whole = true;
        keep(decoder.inputOffset());
        return -1;
      }
      if (decoded > 0) {
        return decoded;
      }
      if (!ended) {
        fill();
      }
    }
    return -1;
  }

  private int decoded(byte[] output, int offset, int length) throws IOException {
    try {
      return decoder.decodeMember(output, offset, length);
    } catch (GzipFormatException e) {
      if (!mayBeCut) {
        throw e;
      }
      ended = true;
      while (compressed.read(buffer, 0, buffer.length) >= 0) {
        // Whoever digests the compressed bytes wants to see all of them.
      }
      return 0;
    }
  }

  private void fill() throws IOException {
    keep(decoder.inputOffset());
    int count = compressed.read(buffer, 0, buffer.length);
    if (count >= 0) {
      memberFrom = 0;
      decoder.input(buffer, 0, count);
      return;
    }
    ended = true;
    try {
      decoder.finish();
    } catch (GzipFormatException e) {
      if (!mayBeCut) {
        throw e;
      }
    }
  }

  /** Keeps the member's bytes in the buffer up to here. */
  private void keep(int to) {
    tooLarge |= member.size() + to - memberFrom > mostBytes;
    if (!tooLarge) {
      member.write(buffer, memberFrom, to - memberFrom);
    }
    memberFrom = to;
  }

  @Override
  public void close() throws IOException {
    decoder.close();
    compressed.close();
  }
}
