package io.stockpile.pipeline.erase.tombstones;

import io.stockpile.pipeline.erase.text.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parses a file of ids to erase; each line has one, such as {@code message 123}. */
public final class RequestedIds {
  private static final List<Reason.Kind> KINDS =
      Arrays.stream(Reason.Kind.values()).filter(kind -> kind != Reason.Kind.PLACES).toList();

  /** The word before an id that was asked for by mistake and is not to be erased. */
  private static final String LIFT = "lift";

  private static final String BYTE_ORDER_MARK = "\ufeff";

  /**
   * How many characters of a wrong line a message shows. It is few, because the user may have named
   * a file of messages by mistake.
   */
  private static final int MOST_TOLD = 40;

  private RequestedIds() {}

  /**
   * Parses the lines. Blank lines, a byte order mark, and everything from a {@code #} on are
   * ignored.
   *
   * @param name the name of the file, for messages
   * @param now the time of the request
   * @throws IllegalArgumentException when a line is wrong; the message has the number of the line
   *     and says what is expected
   */
  public static List<TombstoneEvent> parse(String name, List<String> lines, Instant now) {
    List<TombstoneEvent> events = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).replaceFirst("#.*", "").strip();
      line = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1).strip() : line;
      if (!line.isEmpty()) {
        events.add(event(name, number, line, now));
      }
    }
    return events;
  }

  private static TombstoneEvent event(String name, int number, String line, Instant now) {
    List<String> words = List.of(line.split("\\s+", -1));
    boolean lifted = words.get(0).equals(LIFT);
    List<String> named = lifted ? words.subList(1, words.size()) : words;
    Optional<Reason.Kind> kind =
        KINDS.stream()
            .filter(one -> named.size() == 2 && one.label().equals(named.get(0)))
            .findFirst();
    if (kind.isEmpty() || !isId(named.get(1))) {
      throw new IllegalArgumentException(
          "line "
              + number
              + " of "
              + name
              + " is '"
              + line.substring(0, Math.min(line.length(), MOST_TOLD))
              + "', and a line is one of "
              + KINDS.stream().map(Reason.Kind::label).collect(Collectors.joining(", "))
              + " with an id, such as 'message 123', or 'lift' and such a line");
    }
    return new TombstoneEvent(
        kind.get(),
        Cause.ASKED,
        Long.parseLong(named.get(1)),
        0,
        TombstoneReader.micros(now),
        lifted,
        TombstoneEvent.Origin.IDS);
  }

  private static boolean isId(String word) {
    return word.matches("\\d{1,18}")
        || (word.matches("\\d{19}") && word.compareTo(Long.toString(Long.MAX_VALUE)) <= 0);
  }
}
