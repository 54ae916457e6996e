package io.stockpile.connectors.replay.lines;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Looks at a line just closely enough to tell what it is and which minute it belongs to: one pass
 * over its bytes, without a tree. Whether it is sound JSON is for others to find out. Not
 * thread-safe; one is used for all lines.
 */
public final class LineGlance {
  /** What a line is. */
  public enum Kind {
    /** Nothing, or white space: a keep-alive. */
    BLANK,
    /** Perhaps a control line, to be parsed. */
    CONTROL,
    /** Anything else. */
    ACTIVITY
  }

  private static final byte[] POSTED_TIME = name("postedTime");
  private static final byte[] CREATED_AT = name("created_at");
  private static final byte[] TIMESTAMP_MS = name("timestamp_ms");
  private static final byte[] TIMESTAMP_ISO = name("timestampMs");
  private static final List<byte[]> CONTROL =
      ControlLine.KINDS.stream().map(LineGlance::name).toList();

  private long outerMinute;
  private boolean outerIsStamp;
  private long innerMinute;
  private int outerKeys;
  private boolean startsAsControl;

  /** Looks at the bytes from the start up to the end, which have no newline among them. */
  public Kind look(byte[] bytes, int start, int end) {
    outerMinute = LineTimes.NONE;
    outerIsStamp = false;
    innerMinute = LineTimes.NONE;
    outerKeys = 0;
    startsAsControl = false;
    int first = skipWhite(bytes, start, end);
    if (first == end) {
      return Kind.BLANK;
    }
    walk(bytes, first, end);
    return startsAsControl && outerKeys == 1 ? Kind.CONTROL : Kind.ACTIVITY;
  }

  /** The minute of the line's event since the epoch, or {@link LineTimes#NONE}. */
  public long minute() {
    // Only where the line is one object under one name does the inner time speak for the whole.
    return outerMinute == LineTimes.NONE && outerKeys == 1 ? innerMinute : outerMinute;
  }

  private void walk(byte[] bytes, int start, int end) {
    int depth = 0;
    int at = start;
    while (at < end) {
      byte value = bytes[at];
      if (value == '"') {
        int close = closingQuote(bytes, at + 1, end);
        if (depth <= 2) {
          int colon = skipWhite(bytes, Math.min(close + 1, end), end);
          if (colon < end && bytes[colon] == ':') {
            key(bytes, at + 1, close, depth, skipWhite(bytes, colon + 1, end), end);
          }
        }
        at = close + 1;
      } else {
        if (value == '{' || value == '[') {
          depth++;
        } else if (value == '}' || value == ']') {
          depth--;
        }
        at++;
      }
    }
  }

  private void key(byte[] bytes, int start, int close, int depth, int value, int end) {
    if (depth == 1) {
      outerKeys++;
      startsAsControl |= outerKeys == 1 && isControl(bytes, start, close);
      outerKey(bytes, start, close, value, end);
    } else if (depth == 2 && outerKeys == 1) {
      long minute = stamp(bytes, start, close, value, end);
      innerMinute = minute == LineTimes.NONE ? innerMinute : minute;
    }
  }

  private void outerKey(byte[] bytes, int start, int close, int value, int end) {
    long stamp = stamp(bytes, start, close, value, end);
    if (stamp != LineTimes.NONE) {
      outerMinute = stamp;
      outerIsStamp = true;
    } else if (!outerIsStamp && value < end && bytes[value] == '"') {
      int valueEnd = closingQuote(bytes, value + 1, end);
      if (is(bytes, start, close, POSTED_TIME)) {
        outerMinute = LineTimes.ofIso(bytes, value + 1, valueEnd);
      } else if (outerMinute == LineTimes.NONE && is(bytes, start, close, CREATED_AT)) {
        long minute = LineTimes.ofTwitter(bytes, value + 1, valueEnd);
        outerMinute =
            minute == LineTimes.NONE ? LineTimes.ofIso(bytes, value + 1, valueEnd) : minute;
      }
    }
  }

  /** The time of the event itself, in one of the two forms that it comes in under two names. */
  private static long stamp(byte[] bytes, int start, int close, int value, int end) {
    if (value >= end
        || !(is(bytes, start, close, TIMESTAMP_MS) || is(bytes, start, close, TIMESTAMP_ISO))) {
      return LineTimes.NONE;
    }
    int from = value;
    int to = value;
    if (bytes[value] == '"') {
      from = value + 1;
      to = closingQuote(bytes, from, end);
    } else {
      while (to < end && bytes[to] >= '0' && bytes[to] <= '9') {
        to++;
      }
    }
    long minute = LineTimes.ofMillis(bytes, from, to);
    return minute == LineTimes.NONE ? LineTimes.ofIso(bytes, from, to) : minute;
  }

  private static boolean isControl(byte[] bytes, int start, int end) {
    for (byte[] kind : CONTROL) {
      if (is(bytes, start, end, kind)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(byte[] bytes, int start, int end, byte[] name) {
    if (end - start != name.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (bytes[start + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  /** Where the text that began before ends: the quote's place, or the line's end. */
  private static int closingQuote(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    return Math.min(at, end);
  }

  private static int skipWhite(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end
        && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
      at++;
    }
    return at;
  }

  private static byte[] name(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
