package io.stockpile.pipeline.json;

/** Turns the escapes of a JSON string that was found sound into UTF-8. */
public final class Unescaper {
  private Unescaper() {}

  /** The value of a hexadecimal digit, or -1. */
  static int hexDigit(byte digit) {
    if (digit >= '0' && digit <= '9') {
      return digit - '0';
    }
    int lower = digit | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  /** Whether the sound escape of a code unit that begins here is half of a surrogate pair. */
  static boolean isSurrogate(byte[] text, int backslash) {
    return (text[backslash + 2] | 0x20) == 'd' && hexDigit(text[backslash + 3]) >= 8;
  }

  /** Whether the surrogate here is the first of a pair; twelve bytes must be readable. */
  static boolean isPair(byte[] text, int backslash) {
    return hexDigit(text[backslash + 3]) < 0xc
        && text[backslash + 6] == '\\'
        && text[backslash + 7] == 'u'
        && (text[backslash + 8] | 0x20) == 'd'
        && hexDigit(text[backslash + 9]) >= 0xc
        && hexDigit(text[backslash + 10]) >= 0
        && hexDigit(text[backslash + 11]) >= 0;
  }

  /**
   * Writes the text of {@code [from, to)} to {@code out}, which is at least as long.
   *
   * @param loneSurrogates whether a surrogate without its partner is written as three bytes, as if
   *     it were a character; two different texts never give the same bytes then
   * @return how many bytes were written, or -1 for a lone surrogate that is not allowed: there is
   *     no UTF-8 for it
   */
  public static int unescape(
      byte[] text, int from, int to, byte[] out, int outFrom, boolean loneSurrogates) {
    int at = from;
    int next = outFrom;
    while (at < to) {
      byte plain = text[at];
      if (plain != '\\') {
        out[next++] = plain;
        at++;
      } else if (text[at + 1] != 'u') {
        out[next++] = simple(text[at + 1]);
        at += 2;
      } else {
        int point = codeUnit(text, at + 2);
        at += 6;
        if (point >= 0xd800 && point < 0xe000) {
          int low = point < 0xdc00 ? lowSurrogate(text, at, to) : -1;
          if (low >= 0) {
            point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
            at += 6;
          } else if (!loneSurrogates) {
            return -1;
          }
        }
        next = encode(point, out, next);
      }
    }
    return next - outFrom;
  }

  private static byte simple(byte escape) {
    return switch (escape) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escape;
    };
  }

  private static int codeUnit(byte[] text, int at) {
    return hexDigit(text[at]) << 12
        | hexDigit(text[at + 1]) << 8
        | hexDigit(text[at + 2]) << 4
        | hexDigit(text[at + 3]);
  }

  private static int lowSurrogate(byte[] text, int at, int to) {
    if (at + 6 > to || text[at] != '\\' || text[at + 1] != 'u') {
      return -1;
    }
    int unit = codeUnit(text, at + 2);
    return unit >= 0xdc00 && unit < 0xe000 ? unit : -1;
  }

  private static int encode(int point, byte[] out, int at) {
    int next = at;
    if (point < 0x80) {
      out[next++] = (byte) point;
    } else if (point < 0x800) {
      out[next++] = (byte) (0xc0 | point >> 6);
      out[next++] = (byte) (0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
      out[next++] = (byte) (0xe0 | point >> 12);
      out[next++] = (byte) (0x80 | (point >> 6 & 0x3f));
      out[next++] = (byte) (0x80 | (point & 0x3f));
    } else {
      out[next++] = (byte) (0xf0 | point >> 18);
      out[next++] = (byte) (0x80 | (point >> 12 & 0x3f));
      out[next++] = (byte) (0x80 | (point >> 6 & 0x3f));
      out[next++] = (byte) (0x80 | (point & 0x3f));
    }
    return next;
  }
}
