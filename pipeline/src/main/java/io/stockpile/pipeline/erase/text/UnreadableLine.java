package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.shred.values.IdNumber;
import io.stockpile.pipeline.shred.values.WrittenId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A line that is not JSON: it was cut, is not UTF-8, or has two records in one. Its parts cannot be
 * told apart, so the whole line is removed if it names an erased id, or the user of a tombstone for
 * places, even if it only refers to it. An id is any number between a name that ends in {@code id},
 * {@code ids} or {@code id_str}, followed by a quote and a colon, and the next name or brace. In
 * {@code 5.5e1} that is 55, and each of its runs of digits.
 */
final class UnreadableLine {
  private static final int MOST_DIGITS = 19;

  private final ErasedIds ids;
  private final byte[] line;
  private final int to;
  private int at;

  UnreadableLine(ErasedIds ids, byte[] line, int from, int to) {
    this.ids = ids;
    this.line = line;
    this.to = to;
    at = from;
  }

  Optional<Reason> erased() {
    boolean named = false;
    while (at < to) {
      byte next = line[at];
      if (next == '}' || next == '{') {
        named = false;
        at++;
      } else if (next == ':' && endsName(at)) {
        named = isIdName(at);
        at++;
      } else if (isDigit(next)) {
        int first = at;
        long id = number();
        long exact = IdNumber.of(line, first, IdNumber.end(line, at, to));
        if (named && isErased(id)) {
          return Optional.of(reason(id));
        } else if (named && isErased(exact)) {
          return Optional.of(reason(exact));
        }
      } else {
        at++;
      }
    }
    return Optional.empty();
  }

  private boolean isErased(long id) {
    return id != WrittenId.NONE && ids.any(id);
  }

  private long number() {
    int first = at;
    while (at < to && isDigit(line[at])) {
      at++;
    }
    int begin = first;
    while (begin < at - 1 && line[begin] == '0') {
      begin++;
    }
    return at - begin > MOST_DIGITS ? WrittenId.NONE : WrittenId.digits(line, begin, at, false);
  }

  private boolean endsName(int colon) {
    return quoteBefore(colon) >= 0;
  }

  private boolean isIdName(int colon) {
    int end = quoteBefore(colon);
    while (end > 0 && line[end - 1] == '\\') {
      end--;
    }
    int begin = Math.max(0, end - "id_str".length());
    String tail = new String(line, begin, end - begin, StandardCharsets.ISO_8859_1);
    return tail.endsWith("id") || tail.endsWith("ids") || tail.endsWith("id_str");
  }

  /** The position of the quote before a colon; -1 when there is something else before it. */
  private int quoteBefore(int colon) {
    int before = colon - 1;
    while (before >= 0 && (line[before] == ' ' || line[before] == '\t')) {
      before--;
    }
    return before >= 0 && line[before] == '"' ? before : -1;
  }

  private Reason reason(long id) {
    for (Subject subject : Subject.values()) {
      if (subject.isErased(ids, id)) {
        return new Reason(subject.kind(), id, Reason.Part.LINE);
      }
    }
    return new Reason(Reason.Kind.PLACES, id, Reason.Part.LINE);
  }

  private static boolean isDigit(byte next) {
    return next >= '0' && next <= '9';
  }
}
