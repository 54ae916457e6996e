package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.json.Unescaper;
import io.stockpile.pipeline.shred.values.IdNumber;
import io.stockpile.pipeline.shred.values.WrittenId;
import java.nio.charset.StandardCharsets;
import java.util.function.LongPredicate;

/**
 * Looks at all ids that a line names, in one pass over its bytes: the values of members whose name
 * says that they are an id, ids or an address. No other value can lead to an erasure in the line.
 * Not thread-safe.
 */
final class IdSweep {
  private final LongPredicate wanted;
  private final JsonScanner scanner = new JsonScanner();
  private boolean found;

  /**
   * @param wanted says which ids are searched for
   */
  IdSweep(LongPredicate wanted) {
    this.wanted = wanted;
  }

  /**
   * Whether the line names a wanted id.
   *
   * @throws MalformedLineException when the line is not JSON; behind the first hit that is not
   *     checked
   */
  boolean finds(byte[] line, int from, int to) throws MalformedLineException {
    return finds(line, from, to, false);
  }

  /**
   * Whether a single JSON value names a wanted id.
   *
   * @param named whether the name of its member says that it is an id, ids or an address
   */
  boolean finds(byte[] line, int from, int to, boolean named) throws MalformedLineException {
    found = false;
    scanner.begin(line, from, to);
    value(named);
    if (!found) {
      scanner.end();
    }
    return found;
  }

  private void value(boolean named) throws MalformedLineException {
    byte first = scanner.peek();
    switch (first) {
      case '{' -> object();
      case '[' -> array(named);
      case '"' -> {
        scanner.string();
        if (named) {
          text(scanner.bytes(), scanner.textFrom(), scanner.textTo());
        }
      }
      case 't', 'f', 'n' -> scanner.literal();
      default -> {
        int from = scanner.position();
        scanner.number();
        if (named && scanner.isLong()) {
          look(scanner.longValue());
        } else if (named) {
          look(IdNumber.of(scanner.bytes(), from, scanner.position()));
        }
      }
    }
  }

  private void object() throws MalformedLineException {
    if (scanner.enterObject()) {
      do {
        scanner.key();
        value(names(scanner.bytes(), scanner.textFrom(), scanner.textTo(), scanner.textEscaped()));
      } while (!found && scanner.more('}'));
    }
  }

  private void array(boolean named) throws MalformedLineException {
    if (scanner.enterArray()) {
      do {
        value(named);
      } while (!found && scanner.more(']'));
    }
  }

  private void text(byte[] line, int from, int to) {
    look(WrittenId.widest(line, from, to));
    found = found || LinkTarget.leadsTo(wanted, line, from, to, false);
  }

  private void look(long id) {
    found |= id != WrittenId.NONE && wanted.test(id);
  }

  /** Whether a member of this name may contain an id, ids or an address. */
  static boolean names(String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    return names(text, 0, text.length, false);
  }

  private static boolean names(byte[] line, int from, int to, boolean escaped) {
    if (escaped) {
      byte[] plain = new byte[to - from];
      int length = Unescaper.unescape(line, from, to, plain, 0, true);
      return names(plain, 0, length, false);
    }
    int length = to - from;
    if (length < 2) {
      return false;
    }
    byte before = line[to - 2];
    return switch (line[to - 1]) {
      case 'd' -> before == 'i';
      case 's' -> before == 'd';
      case 'r' -> before == 't';
      case 'l', 'k', 'f' -> Links.isAddress(line, from, to);
      default -> false;
    };
  }
}
