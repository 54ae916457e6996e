package io.stockpile.pipeline.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One value of a line and where it stands in it, with the values inside it. For the few lines that
 * have to be looked at as a whole; the line's bytes must stay as they are meanwhile.
 */
public final class JsonNode {
  /** What kind of value it is. */
  public enum Type {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    /** True, false or null. */
    LITERAL
  }

  private final byte[] line;
  private final Type type;
  private final String name;
  private final int start;
  private final int from;
  private final int to;
  private final List<JsonNode> children;

  private JsonNode(
      byte[] line, Type type, String name, int start, int from, int to, List<JsonNode> children) {
    this.line = line;
    this.type = type;
    this.name = name;
    this.start = start;
    this.from = from;
    this.to = to;
    this.children = children;
  }

  /**
   * Reads a whole line.
   *
   * @param bytes as {@link JsonScanner#begin} wants them
   */
  public static JsonNode read(byte[] bytes, int from, int to) throws MalformedLineException {
    JsonScanner scanner = new JsonScanner();
    scanner.begin(bytes, from, to);
    scanner.peek();
    JsonNode root = read(scanner, "", scanner.position());
    scanner.end();
    return root;
  }

  private static JsonNode read(JsonScanner scanner, String name, int start)
      throws MalformedLineException {
    byte first = scanner.peek();
    int from = scanner.position();
    List<JsonNode> children = new ArrayList<>();
    if (first == '{') {
      if (scanner.enterObject()) {
        do {
          scanner.key();
          String member =
              plain(scanner.bytes(), scanner.textFrom(), scanner.textTo(), scanner.textEscaped());
          children.add(read(scanner, member, scanner.textFrom() - 1));
        } while (scanner.more('}'));
      }
    } else if (first == '[') {
      if (scanner.enterArray()) {
        do {
          scanner.peek();
          children.add(read(scanner, "", scanner.position()));
        } while (scanner.more(']'));
      }
    } else {
      scanner.skipValue();
    }
    return new JsonNode(
        scanner.bytes(), type(first), name, start, from, scanner.position(), children);
  }

  private static Type type(byte first) {
    return switch (first) {
      case '{' -> Type.OBJECT;
      case '[' -> Type.ARRAY;
      case '"' -> Type.STRING;
      case 't', 'f', 'n' -> Type.LITERAL;
      default -> Type.NUMBER;
    };
  }

  private static String plain(byte[] line, int from, int to, boolean escaped) {
    if (!escaped) {
      return new String(line, from, to - from, StandardCharsets.UTF_8);
    }
    byte[] out = new byte[to - from];
    int length = Unescaper.unescape(line, from, to, out, 0, true);
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }

  public Type type() {
    return type;
  }

  public boolean isObject() {
    return type == Type.OBJECT;
  }

  public boolean isArray() {
    return type == Type.ARRAY;
  }

  public boolean isString() {
    return type == Type.STRING;
  }

  public boolean isNull() {
    return line[from] == 'n';
  }

  /** The member's name; empty for an element and for the whole line. */
  public String name() {
    return name;
  }

  /** The line's bytes. */
  public byte[] line() {
    return line;
  }

  /** Where it begins, with its name. */
  public int start() {
    return start;
  }

  /** Where its value begins: of a string at the quote. */
  public int from() {
    return from;
  }

  /** Where its value ends. */
  public int to() {
    return to;
  }

  /** The members or elements, in their order. */
  public List<JsonNode> children() {
    return children;
  }

  /** The text of a string; of anything else its JSON. */
  public String text() {
    return isString() ? plain(line, from + 1, to - 1, true) : plain(line, from, to, false);
  }

  /** The first member of this name; empty when there is none, or this is no object. */
  public Optional<JsonNode> member(String wanted) {
    if (isObject()) {
      for (JsonNode child : children) {
        if (child.name.equals(wanted)) {
          return Optional.of(child);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether it is an object with such a member. */
  public boolean has(String wanted) {
    return member(wanted).isPresent();
  }
}
