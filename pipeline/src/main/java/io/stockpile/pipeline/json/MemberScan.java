package io.stockpile.pipeline.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Looks over the members of a line's object for a few names, to tell what kind of line it is. Of a
 * repeated name the first counts. Not thread-safe.
 */
public final class MemberScan {
  private static final int LONGEST_SHOWN = 120;
  private static final int NEVER = -1;

  private final List<String> names;
  private final JsonScanner scanner = new JsonScanner();
  private final Key[] keys;
  private final int[] valuesFrom;
  private final int[] valuesTo;
  private int found;
  private int members;
  private byte[] bytes = new byte[0];

  /**
   * @param names plain names, at most 32
   */
  public MemberScan(List<String> names) {
    if (names.size() > Integer.SIZE) {
      throw new IllegalArgumentException(names.size() + " names are more than there are bits");
    }
    this.names = List.copyOf(names);
    keys = names.stream().map(Key::new).toArray(Key[]::new);
    valuesFrom = new int[keys.length];
    valuesTo = new int[keys.length];
  }

  /**
   * Reads the members up to the first that is an object or array, which counts as found but is not
   * read. Nothing behind it is checked.
   *
   * @return false when the line does not begin as an object
   */
  public boolean scanScalars(byte[] bytes, int from, int to) throws MalformedLineException {
    return scan(bytes, from, to, true, NEVER, 0);
  }

  /**
   * Reads the members up to the one with which enough names have been found. Nothing behind it is
   * checked.
   *
   * @param all it is enough when all of these have been found: bit 0 for the first name
   * @param any one of these is enough, too
   * @return false when the line does not begin as an object
   */
  public boolean scanUntil(byte[] bytes, int from, int to, int all, int any)
      throws MalformedLineException {
    return scan(bytes, from, to, false, all, any);
  }

  /**
   * Reads and checks the whole line.
   *
   * @return false when the line is sound JSON, but no object
   */
  public boolean scanAll(byte[] bytes, int from, int to) throws MalformedLineException {
    return scan(bytes, from, to, false, NEVER, 0);
  }

  private boolean scan(byte[] bytes, int from, int to, boolean scalarsOnly, int all, int any)
      throws MalformedLineException {
    this.bytes = bytes;
    found = 0;
    members = 0;
    scanner.begin(bytes, from, to);
    if (scanner.peek() != '{') {
      if (!scalarsOnly) {
        scanner.skipValue();
        scanner.end();
      }
      return false;
    }
    if (scanner.enterObject()) {
      do {
        scanner.key();
        members++;
        int name = find();
        byte first = scanner.peek();
        int valueFrom = scanner.position();
        boolean container = first == '{' || first == '[';
        if (!container || !scalarsOnly) {
          scanner.skipValue();
        }
        if (name >= 0 && (found & 1 << name) == 0) {
          found |= 1 << name;
          valuesFrom[name] = valueFrom;
          valuesTo[name] = scanner.position();
        }
        if ((container && scalarsOnly) || (found & all) == all || (found & any) != 0) {
          return true;
        }
      } while (scanner.more('}'));
    }
    scanner.end();
    return true;
  }

  private int find() {
    int from = scanner.textFrom();
    int length = scanner.textTo() - from;
    if (scanner.textEscaped()) {
      return names.indexOf(unescape(from, from + length));
    }
    for (int name = 0; name < keys.length; name++) {
      if (keys[name].length() == length && keys[name].standsAt(bytes, from)) {
        return name;
      }
    }
    return -1;
  }

  /** The names that were found: bit 0 for the first. */
  public int found() {
    return found;
  }

  /** How many members were read, repeated names and all. */
  public int members() {
    return members;
  }

  /**
   * The first byte of a found member's value: {@code "} of a string, <code>{</code> of an object.
   */
  public byte first(int name) {
    return bytes[valuesFrom[name]];
  }

  /** Whether a found member's value is a string of just this text. */
  public boolean isText(int name, byte[] text) {
    int from = valuesFrom[name];
    int to = valuesTo[name];
    if (first(name) != '"') {
      return false;
    }
    if (to - from == text.length + 2
        && Arrays.equals(bytes, from + 1, to - 1, text, 0, text.length)) {
      return true;
    }
    return to - from > text.length + 2
        && isEscaped(from, to)
        && unescape(from + 1, to - 1).equals(new String(text, StandardCharsets.UTF_8));
  }

  private boolean isEscaped(int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\\') {
        return true;
      }
    }
    return false;
  }

  /** Whether a found member's value is a string that begins so, plainly written. */
  public boolean beginsWith(int name, byte[] text) {
    int from = valuesFrom[name] + 1;
    return first(name) == '"'
        && valuesTo[name] - from > text.length
        && Arrays.equals(bytes, from, from + text.length, text, 0, text.length);
  }

  /**
   * The text of a member of a found member's value; empty when that is no object, or has no such
   * member that is a string. Of a line that was read to its end.
   */
  public Optional<String> textWithin(int name, String member) {
    scanner.backTo(valuesFrom[name], 1);
    try {
      return first(name) == '{' && scanner.enterObject() ? textOf(member) : Optional.empty();
    } catch (MalformedLineException e) {
      throw new IllegalStateException("The line was sound when it was read", e);
    }
  }

  private Optional<String> textOf(String member) throws MalformedLineException {
    do {
      scanner.key();
      boolean wanted = unescape(scanner.textFrom(), scanner.textTo()).equals(member);
      boolean text = scanner.peek() == '"';
      scanner.skipValue();
      if (wanted && text) {
        return Optional.of(unescape(scanner.textFrom(), scanner.textTo()));
      }
    } while (scanner.more('}'));
    return Optional.empty();
  }

  /** The text of a found member's value, which is a string. */
  public String text(int name) {
    return unescape(valuesFrom[name] + 1, valuesTo[name] - 1);
  }

  /** A found member's value for people: a string's text or the JSON, shortened. */
  public String shown(int name) {
    int from = valuesFrom[name];
    int to = Math.min(valuesTo[name], from + LONGEST_SHOWN);
    String json = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return to < valuesTo[name] ? json + "…" : json;
  }

  private String unescape(int from, int to) {
    byte[] plain = new byte[to - from];
    int length = Unescaper.unescape(bytes, from, to, plain, 0, true);
    return new String(plain, 0, length, StandardCharsets.UTF_8);
  }
}
