package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.shred.values.WrittenId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * The message or tweet that an address leads to: an id behind {@code /message/}, {@code /status/}
 * or {@code /statuses/}, whatever follows it. Slashes may be escaped, as in JSON.
 */
public final class LinkTarget {
  private static final byte[] MESSAGE = bytes("message");
  private static final List<byte[]> TWEET = List.of(bytes("status"), bytes("statuses"));

  private LinkTarget() {}

  private static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }

  /** Why what was read off the page goes; empty when the address leads to nothing erased. */
  public static Optional<Reason> erased(ErasedIds ids, byte[] address, int from, int to) {
    int slash = slashBeforeId(address, from, to);
    while (slash < to) {
      int end = behindDigits(address, slash + 1, to);
      Optional<Reason> reason = erased(ids, address, from, slash, end, to);
      if (reason.isPresent()) {
        return reason;
      }
      slash = slashBeforeId(address, end, to);
    }
    return Optional.empty();
  }

  /**
   * Whether the address leads to a message or a tweet with one of these ids.
   *
   * @param unescaped whether escapes in it have been undone; then also whether it may have led
   *     there with them, which ended the id for those who read it as it was
   */
  static boolean leadsTo(
      LongPredicate wanted, byte[] address, int from, int to, boolean unescaped) {
    int slash = slashBeforeId(address, from, to);
    while (slash < to) {
      int first = slash + 1;
      int end = behindDigits(address, first, to);
      if (isTarget(address, from, slash)) {
        boolean whole = unescaped || end == to || !isWord(address[end]);
        for (int idEnd = unescaped ? first + 1 : end; idEnd <= end; idEnd++) {
          long id = WrittenId.tail(address, from, idEnd);
          if (whole && id != WrittenId.NONE && wanted.test(id)) {
            return true;
          }
        }
      }
      slash = slashBeforeId(address, end, to);
    }
    return false;
  }

  /** The next slash with a digit behind it; {@code to} when there is none. */
  private static int slashBeforeId(byte[] address, int from, int to) {
    for (int at = from; at + 1 < to; at++) {
      if (address[at] == '/' && isDigit(address[at + 1])) {
        return at;
      }
    }
    return to;
  }

  private static int behindDigits(byte[] address, int from, int to) {
    int end = from;
    while (end < to && isDigit(address[end])) {
      end++;
    }
    return end;
  }

  /** Whether what stands before the slash says that an id of a message or tweet comes behind it. */
  private static boolean isTarget(byte[] address, int from, int slash) {
    int word = behindWord(address, from, slash);
    return isPart(MESSAGE, address, from, word) || isTweet(address, from, word);
  }

  /** Where the part of the path before a slash ends; the slash may be escaped. */
  private static int behindWord(byte[] address, int from, int slash) {
    return slash > from && address[slash - 1] == '\\' ? slash - 1 : slash;
  }

  private static boolean isTweet(byte[] address, int from, int word) {
    return TWEET.stream().anyMatch(name -> isPart(name, address, from, word));
  }

  private static Optional<Reason> erased(
      ErasedIds ids, byte[] address, int from, int slash, int end, int to) {
    long id = WrittenId.tail(address, from, end);
    if (id == WrittenId.NONE || (end < to && isWord(address[end]))) {
      return Optional.empty();
    }
    int word = behindWord(address, from, slash);
    if (ids.tweet(id) && isTweet(address, from, word)) {
      return Optional.of(new Reason(Reason.Kind.TWEET, id, Reason.Part.EMBEDDED));
    }
    return ids.message(id) && isPart(MESSAGE, address, from, word)
        ? Optional.of(new Reason(Reason.Kind.MESSAGE, id, Reason.Part.EMBEDDED))
        : Optional.empty();
  }

  /** Whether the part of the path that ends there has this name. */
  private static boolean isPart(byte[] name, byte[] address, int from, int end) {
    int first = end - name.length;
    if (first <= from || address[first - 1] != '/') {
      return false;
    }
    for (int at = 0; at < name.length; at++) {
      if (address[first + at] != name[at]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(byte next) {
    return next >= '0' && next <= '9';
  }

  private static boolean isWord(byte next) {
    return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '_';
  }
}
