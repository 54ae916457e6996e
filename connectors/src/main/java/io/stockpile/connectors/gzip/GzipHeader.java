package io.stockpile.connectors.gzip;

import java.util.Locale;
import java.util.zip.CRC32;

/** One member's header (RFC 1952, 2.3), taken byte by byte, so that it may be cut anywhere. */
final class GzipHeader {
  private static final int FHCRC = 0x02;
  private static final int FEXTRA = 0x04;
  private static final int FNAME = 0x08;
  private static final int FCOMMENT = 0x10;
  private static final int RESERVED = 0xe0;
  private static final int FIXED_BYTES = 10;

  private enum Part {
    FIXED,
    EXTRA_LENGTH,
    EXTRA,
    NAME,
    COMMENT,
    CHECKSUM,
    DONE
  }

  private final CRC32 crc = new CRC32();
  private Part part = Part.FIXED;
  private int seen;
  private int flags;
  private int number;

  void reset() {
    crc.reset();
    part = Part.FIXED;
    seen = 0;
    flags = 0;
    number = 0;
  }

  /** Takes the next byte; true when the header has ended and the deflated data begins. */
  boolean accept(int value, long position) throws GzipFormatException {
    if (part != Part.CHECKSUM) {
      crc.update(value);
    }
    switch (part) {
      case FIXED -> acceptFixed(value, position);
      case EXTRA_LENGTH -> {
        number |= value << (8 * seen);
        if (++seen == 2) {
          enter(number == 0 ? Part.NAME : Part.EXTRA);
        }
      }
      case EXTRA -> {
        if (++seen == number) {
          enter(Part.NAME);
        }
      }
      case NAME -> {
        if (value == 0) {
          enter(Part.COMMENT);
        }
      }
      case COMMENT -> {
        if (value == 0) {
          enter(Part.CHECKSUM);
        }
      }
      case CHECKSUM -> acceptChecksum(value, position);
      case DONE -> throw new IllegalStateException("The header is over");
    }
    return part == Part.DONE;
  }

  private void acceptFixed(int value, long position) throws GzipFormatException {
    switch (seen) {
      case 0 -> require(value == 0x1f, position, "a gzip member begins with 0x1f 0x8b", value);
      case 1 -> require(value == 0x8b, position, "a gzip member begins with 0x1f 0x8b", value);
      case 2 -> require(value == 8, position, "the only compression method is 8, deflate", value);
      case 3 -> {
        require((value & RESERVED) == 0, position, "reserved header flags must be zero", value);
        flags = value;
      }
      default -> {
        // Time, extra flags and operating system say nothing about the data.
      }
    }
    if (++seen == FIXED_BYTES) {
      enter(Part.EXTRA_LENGTH);
    }
  }

  private void acceptChecksum(int value, long position) throws GzipFormatException {
    number |= value << (8 * seen);
    if (++seen == 2) {
      if (number != (crc.getValue() & 0xffff)) {
        throw new GzipFormatException(position, "the checksum of the gzip header does not match");
      }
      part = Part.DONE;
    }
  }

  /** Goes to the first of the parts from here on that the flags announce. */
  private void enter(Part next) {
    part = next;
    if (part == Part.EXTRA_LENGTH && (flags & FEXTRA) == 0) {
      part = Part.NAME;
    }
    if (part == Part.NAME && (flags & FNAME) == 0) {
      part = Part.COMMENT;
    }
    if (part == Part.COMMENT && (flags & FCOMMENT) == 0) {
      part = Part.CHECKSUM;
    }
    if (part == Part.CHECKSUM && (flags & FHCRC) == 0) {
      part = Part.DONE;
    }
    seen = 0;
    if (part != Part.EXTRA) {
      number = 0;
    }
  }

  private static void require(boolean sound, long position, String rule, int value)
      throws GzipFormatException {
    if (!sound) {
      throw new GzipFormatException(
          position, rule + ", but here stands " + String.format(Locale.ROOT, "0x%02x", value));
    }
  }
}
