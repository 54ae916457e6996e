package io.stockpile.schemas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One place in a source record where a column's value may stand.
 *
 * <p>Written as text, members are parted by dots. A leading slash makes the path start at the whole
 * line instead of the format's record; a single dot is the record itself; a suffix {@code |tail_id}
 * names a converter: {@code actor.id|tail_id}, {@code /time}, {@code .}
 *
 * @param wholeLine true when the path starts at the line, false when at the format's record (for a
 *     member of a list's element: at that element)
 * @param members the names to descend, outermost first; empty for the start itself
 * @param converter how the JSON value becomes the column's value
 */
public record SourcePath(boolean wholeLine, List<String> members, Converter converter) {

  /** What is done to a JSON value before it is taken as the column's value. */
  public enum Converter {
    /** The value is taken as it is. */
    NONE(""),
    /**
     * The digits after the last colon or slash of a string: {@code 42123857} of {@code
     * note:stocktwits:42123857}. A string without such digits, or a value that is no string, does
     * not fit. The column does not give back the whole string, so the original goes to {@code
     * extra} as well.
     */
    TAIL_ID("tail_id", Primitive.INT64),
    /**
     * A number written as a string: {@code "399056944784080896"}, without leading zeros, so that
     * the column gives back the text. A JSON integer fits as well, but goes to {@code extra} too.
     *
     * <p>Where a column has both a number and its text among its places, and both say the same,
     * neither goes to {@code extra}: the column gives back both.
     */
    DIGITS("digits", Primitive.INT64),
    /**
     * An id however it is written: a whole JSON number, be it {@code 55.0} or {@code 5.5e1}, a
     * string of digits, or digits after the last colon or slash. The original goes to {@code extra}
     * as well.
     */
    ANY_ID("any_id", Primitive.INT64),
    /**
     * An instant as milliseconds since 1970-01-01T00:00:00Z in a string of digits, which the column
     * gives back; as a JSON integer or as ISO 8601 it goes to {@code extra} as well where the
     * column does not give it back.
     */
    EPOCH_MS("epoch_ms", Primitive.TIMESTAMP),
    /**
     * An instant as {@code Tue Jul 18 23:25:04 +0000 2017}, in English whatever the machine's
     * locale. With another offset, or a day of the week that is not the date's, the original goes
     * to {@code extra} as well.
     */
    TWITTER_TIME("twitter_time", Primitive.TIMESTAMP);

    private final String word;
    private final Optional<Primitive> gives;

    Converter(String word) {
      this.word = word;
      gives = Optional.empty();
    }

    Converter(String word, Primitive gives) {
      this.word = word;
      this.gives = Optional.of(gives);
    }

    /** The type that the column must have; empty when any will do. */
    public Optional<Primitive> gives() {
      return gives;
    }

    /** True when the column's value alone gives back the JSON value, written as is usual. */
    public boolean lossless() {
      return this != TAIL_ID && this != ANY_ID;
    }

    private static Converter named(String word, String text) {
      for (Converter converter : values()) {
        if (converter != NONE && converter.word.equals(word)) {
          return converter;
        }
      }
      throw new IllegalArgumentException(
          "source '%s' names the converter '%s', which does not exist; there are %s"
              .formatted(text, word, words()));
    }

    private static List<String> words() {
      return Arrays.stream(values()).filter(each -> each != NONE).map(each -> each.word).toList();
    }
  }

  public SourcePath {
    members = List.copyOf(members);
    if (wholeLine && members.isEmpty()) {
      throw new IllegalArgumentException("a source from the whole line needs a member's name");
    }
    for (String member : members) {
      if (member.isEmpty()) {
        throw new IllegalArgumentException("a source has an empty member name: " + members);
      }
    }
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException when the text has an empty member or an unknown converter
   */
  public static SourcePath parse(String text) {
    int bar = text.indexOf('|');
    String path = bar < 0 ? text : text.substring(0, bar);
    Converter converter = bar < 0 ? Converter.NONE : Converter.named(text.substring(bar + 1), text);
    if (path.equals(".")) {
      return new SourcePath(false, List.of(), converter);
    }
    boolean wholeLine = path.startsWith("/");
    List<String> members = List.of((wholeLine ? path.substring(1) : path).split("\\.", -1));
    return new SourcePath(wholeLine, members, converter);
  }

  /** A source under {@code members}, from the format's record, taken as it is. */
  static SourcePath of(List<String> members) {
    return new SourcePath(false, members, Converter.NONE);
  }

  /**
   * The members to descend from the line itself, for a source that is not inside a list's element.
   */
  public List<String> fromLine(TableSchema.Format format) {
    if (wholeLine || format.root().isEmpty()) {
      return members;
    }
    List<String> path = new ArrayList<>();
    path.add(format.root());
    path.addAll(members);
    return List.copyOf(path);
  }

  /** The text form, as {@link #parse} reads it. */
  @Override
  public String toString() {
    String path = members.isEmpty() ? "." : String.join(".", members);
    String suffix = converter == Converter.NONE ? "" : "|" + converter.word;
    return (wholeLine ? "/" : "") + path + suffix;
  }
}
