package io.stockpile.connectors.gzip;

/**
 * Proves bytes to be a whole gzip file while they pass by, by the rules of {@link
 * GzipMemberInputStream}. Cuts between updates may fall anywhere. Not thread-safe.
 */
public final class GzipProof implements AutoCloseable {
  private static final int SCRATCH_BYTES = 64 * 1024;

  private final GzipDecoder decoder = new GzipDecoder();
  private final byte[] scratch = new byte[SCRATCH_BYTES];
  private final Text text;

  /** Takes what the bytes inflate to. */
  @FunctionalInterface
  public interface Text {
    /** Wants none of it. */
    Text NONE = (bytes, offset, length) -> {};

    /**
     * Takes the next of it; that it belongs to a sound file is not known yet.
     *
     * @param bytes are used for something else afterwards
     */
    void take(byte[] bytes, int offset, int length);
  }

  public GzipProof(Text text) {
    this.text = text;
  }

  /**
   * Takes the next compressed bytes.
   *
   * @throws GzipFormatException as soon as they cannot belong to a sound gzip file; every later
   *     call fails too
   */
  public void update(byte[] bytes, int offset, int length) throws GzipFormatException {
    decoder.input(bytes, offset, length);
    int decoded = decoder.decode(scratch, 0, scratch.length);
    while (decoded > 0) {
      text.take(scratch, 0, decoded);
      decoded = decoder.decode(scratch, 0, scratch.length);
    }
  }

  /**
   * Says that the last byte has come.
   *
   * @throws GzipFormatException when the file does not end where a member's trailer or the zero
   *     padding after it ends
   */
  public void finish() throws GzipFormatException {
    decoder.finish();
  }

  /** How many gzip members were read to their end so far. */
  public int members() {
    return decoder.members();
  }

  /** How many bytes the compressed ones inflated to so far. */
  public long uncompressedBytes() {
    return decoder.uncompressedBytes();
  }

  /** Frees the memory that the inflater holds outside the heap. */
  @Override
  public void close() {
    decoder.close();
  }
}
