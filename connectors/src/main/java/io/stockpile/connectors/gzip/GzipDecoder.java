package io.stockpile.connectors.gzip;

import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The one place where gzip is understood: input is handed in as it comes, output is asked for, and
 * every member's header, checksum and length is checked. Cuts may fall anywhere. Not thread-safe.
 */
public final class GzipDecoder implements AutoCloseable {
  /** What {@link #decodeMember} says at the end of a member. */
  static final int MEMBER_END = -1;

  private static final int TRAILER_BYTES = 8;

  private enum State {
    HEADER,
    BODY,
    TRAILER,
    BETWEEN_MEMBERS,
    PADDING,
    BROKEN
  }

  private final Inflater inflater = new Inflater(true);
  private final GzipHeader header = new GzipHeader();
  private final CRC32 crc = new CRC32();

  private State state = State.HEADER;
  private byte[] input = new byte[0];
  private int inputOffset;
  private int inputEnd;
  private long bytesBeforeInput;

  private long memberStart;
  private long memberBytes;
  private long trailer;
  private int trailerSeen;

  private int members;
  private long uncompressedBytes;

  /** Hands in the next compressed bytes; only when the last {@link #decode} asked for them. */
  public void input(byte[] bytes, int offset, int length) {
    if (inputOffset != inputEnd && state != State.BROKEN) {
      throw new IllegalStateException("Input comes before the last was used up");
    }
    bytesBeforeInput += inputEnd;
    // Positions are counted from the array's beginning, so what lies before the offset is no input.
    bytesBeforeInput -= offset;
    input = bytes;
    inputOffset = offset;
    inputEnd = offset + length;
    if (state == State.BODY) {
      inflater.setInput(input, inputOffset, inputEnd - inputOffset);
    }
  }

  /**
   * Decodes into the array.
   *
   * @return how many bytes came out; 0 when more input is needed
   * @throws GzipFormatException as soon as the input cannot belong to a sound gzip file
   */
  public int decode(byte[] output, int offset, int length) throws GzipFormatException {
    int decoded;
    do {
      decoded = decodeMember(output, offset, length);
    } while (decoded == MEMBER_END);
    return decoded;
  }

  /**
   * Decodes into the array, of one member only.
   *
   * @return how many bytes came out; 0 when more input is needed; {@link #MEMBER_END} once when the
   *     member's trailer was found right, and then the next one is decoded
   */
  int decodeMember(byte[] output, int offset, int length) throws GzipFormatException {
    while (true) {
      if (state == State.BODY) {
        int inflated = inflate(output, offset, length);
        if (inflated > 0) {
          return inflated;
        }
        if (state == State.BODY) {
          return 0;
        }
      } else if (inputOffset == inputEnd) {
        return 0;
      } else {
        int before = members;
        frame(input[inputOffset] & 0xff);
        if (members > before) {
          return MEMBER_END;
        }
      }
    }
  }

  /** Where in the array that was handed in last the first byte lies that was not used up. */
  int inputOffset() {
    return inputOffset;
  }

  /**
   * Says that no more input comes.
   *
   * @throws GzipFormatException when the file does not end where a member, or the zero padding
   *     after it, ends
   */
  public void finish() throws GzipFormatException {
    if (state == State.BETWEEN_MEMBERS || state == State.PADDING) {
      return;
    }
    long end = position();
    String problem =
        switch (state) {
          case HEADER -> end == 0 ? "the file is empty" : "the file ends in a header" + inMember();
          case BODY -> "the file ends in the compressed data" + inMember();
          case TRAILER -> "the file ends in a trailer" + inMember();
          case BETWEEN_MEMBERS, PADDING, BROKEN -> "the file was found broken before";
        };
    throw broken(end, problem);
  }

  int members() {
    return members;
  }

  long uncompressedBytes() {
    return uncompressedBytes;
  }

  private long position() {
    return bytesBeforeInput + inputOffset;
  }

  private int inflate(byte[] output, int offset, int length) throws GzipFormatException {
    int inflated;
    try {
      inflated = inflater.inflate(output, offset, length);
    } catch (DataFormatException e) {
      inputOffset = inputEnd - inflater.getRemaining();
      throw broken(
          position(), "the compressed data is damaged (" + reason(e) + ")" + inMember(), e);
    }
    if (inflated > 0) {
      crc.update(output, offset, inflated);
      memberBytes += inflated;
      uncompressedBytes += inflated;
    }
    if (inflater.finished()) {
      inputOffset = inputEnd - inflater.getRemaining();
      trailer = 0;
      trailerSeen = 0;
      state = State.TRAILER;
    } else if (inflater.needsInput()) {
      inputOffset = inputEnd;
    } else if (inflater.needsDictionary()) {
      throw broken(position(), "the compressed data wants a dictionary" + inMember());
    }
    return inflated;
  }

  private void frame(int value) throws GzipFormatException {
    switch (state) {
      case HEADER -> header(value);
      case TRAILER -> trailer(value);
      case BETWEEN_MEMBERS -> {
        if (value == 0) {
          state = State.PADDING;
          inputOffset++;
        } else if (value == 0x1f) {
          memberStart = position();
          state = State.HEADER;
        } else {
          throw garbage(value);
        }
      }
      case PADDING -> {
        if (value != 0) {
          throw garbage(value);
        }
        inputOffset++;
      }
      default -> throw broken(position(), "the file was found broken before");
    }
  }

  private void header(int value) throws GzipFormatException {
    boolean over;
    try {
      over = header.accept(value, position());
    } catch (GzipFormatException e) {
      state = State.BROKEN;
      throw e;
    }
    inputOffset++;
    if (over) {
      header.reset();
      inflater.reset();
      crc.reset();
      memberBytes = 0;
      inflater.setInput(input, inputOffset, inputEnd - inputOffset);
      state = State.BODY;
    }
  }

  private void trailer(int value) throws GzipFormatException {
    trailer |= (long) value << (8 * trailerSeen);
    inputOffset++;
    if (++trailerSeen < TRAILER_BYTES) {
      return;
    }
    long expectedCrc = trailer & 0xffffffffL;
    long expectedBytes = trailer >>> 32;
    if (expectedCrc != crc.getValue()) {
      throw broken(
          position(),
          String.format(
                  Locale.ROOT,
                  "the checksum in the trailer is %08x, but the data has %08x",
                  expectedCrc,
                  crc.getValue())
              + inMember());
    }
    if (expectedBytes != (memberBytes & 0xffffffffL)) {
      throw broken(
          position(),
          "the length in the trailer is "
              + expectedBytes
              + ", but the data has "
              + memberBytes
              + " bytes"
              + inMember());
    }
    members++;
    state = State.BETWEEN_MEMBERS;
  }

  private String inMember() {
    return ", in gzip member " + (members + 1) + ", which began at byte " + memberStart;
  }

  private GzipFormatException garbage(int value) {
    return broken(
        position(),
        String.format(
            Locale.ROOT,
            "after the end of gzip member %d comes 0x%02x, which is neither another member nor"
                + " zero padding",
            members,
            value));
  }

  private GzipFormatException broken(long at, String problem) {
    state = State.BROKEN;
    return new GzipFormatException(at, problem);
  }

  private GzipFormatException broken(long at, String problem, Throwable cause) {
    state = State.BROKEN;
    return new GzipFormatException(at, problem, cause);
  }

  private static String reason(DataFormatException e) {
    return e.getMessage() == null ? "invalid deflate data" : e.getMessage();
  }

  @Override
  public void close() {
    inflater.end();
  }
}
