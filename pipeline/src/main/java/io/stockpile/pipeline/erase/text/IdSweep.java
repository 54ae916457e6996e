package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonScanner;
import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.json.Unescaper;
import io.stockpile.pipeline.shred.values.WrittenId;

/**
 * Finds out in one pass over its bytes whether a line may name an erased id. It looks at members
 * whose name is that of an id, of ids or of an address. For nearly all lines the answer is no, and
 * nothing else is done with them. Not thread-safe.
 */
final class IdSweep {
  private final ErasedIds ids;
  private final JsonScanner scanner = new JsonScanner();
  private boolean found;

  IdSweep(ErasedIds ids) {
    this.ids = ids;
  }

  /**
   * @throws MalformedLineException when the line is not JSON; what follows a hit is not checked
   */
  boolean finds(byte[] line, int from, int to) throws MalformedLineException {
    found = false;
    scanner.begin(line, from, to);
    value(false);
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
    found = found || LinkTarget.erased(ids, line, from, to).isPresent();
  }

  private void look(long id) {
    found |= id != WrittenId.NONE && isErased(ids, id);
  }

  /** Whether the id is to be erased as that of a message, a tweet or a user. */
  static boolean isErased(ErasedIds ids, long id) {
    return ids.message(id)
        || ids.stocktwitsUser(id)
        || ids.tweet(id)
        || ids.twitterUser(id)
        || ids.placesUpTo(id) != ErasedIds.NO_PLACES;
  }

  /** Whether a member of this name may contain an id, ids or an address. */
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
    byte last = line[to - 1];
    byte before = line[to - 2];
    return switch (last) {
      case 'd' -> before == 'i';
      case 's' -> before == 'd';
      case 'r' -> before == 't';
      case 'l' -> before == 'r';
      case 'k' -> before == 'n';
      case 'f' -> before == 'e';
      default -> false;
    };
  }
}
