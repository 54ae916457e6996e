package io.stockpile.connectors.replay.units;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One Replay stream.
 *
 * @param account the account's name as in the stream's URL
 * @param label the stream's label as in its URL
 */
public record ReplayStream(StreamType type, String account, String label) implements Serializable {
  /** Names that need no escaping in URLs and keys. */
  private static final Pattern WORD =
      Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?");

  private static final int LONGEST_WORD = 60;

  public ReplayStream {
    Objects.requireNonNull(type, "type");
    check("account", account);
    check("stream label", label);
  }

  private static void check(String what, String word) {
    if (word.length() > LONGEST_WORD || !WORD.matcher(word).matches()) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " is as in the stream's URL: up to "
              + LONGEST_WORD
              + " letters, digits, dots, hyphens and underscores, beginning and ending with a"
              + " letter, digit or underscore; but it is '"
              + word
              + "'");
    }
  }

  /** {@code powertrack/acme/prod}, as keys have it. */
  public String keyText() {
    return type.label() + "/" + account + "/" + label;
  }

  /** What all units of the stream are spans of, for example {@code replay/powertrack/acme/prod}. */
  public String series() {
    return "replay/" + keyText();
  }

  /**
   * The stream with this series; empty when there is none.
   *
   * @param series for example {@code replay/powertrack/acme/prod}
   */
  public static Optional<ReplayStream> ofSeries(String series) {
    String[] words = series.split("/", -1);
    if (words.length != 4 || !words[0].equals("replay")) {
      return Optional.empty();
    }
    try {
      return StreamType.ofLabel(words[1]).map(type -> new ReplayStream(type, words[2], words[3]));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * {@code powertrack-acme-prod}, as names have it. A hyphen of the account's or the label's own is
   * doubled, so that no two streams share a name.
   */
  String nameText() {
    return type.label() + "-" + account.replace("-", "--") + "-" + label.replace("-", "--");
  }

  /** As people read it. */
  @Override
  public String toString() {
    return keyText();
  }
}
