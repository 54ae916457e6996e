package io.stockpile.pipeline.cli.args;

import io.stockpile.pipeline.run.UsageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the text of one option. Every refusal names the option, its value and what is accepted. */
public final class OptionText {
  private OptionText() {}

  static UsageException refused(String option, String value, String accepted) {
    return new UsageException(
        "Option --" + option + " is '" + value + "'; accepted is " + accepted + ".");
  }

  /** A URL; the refusal does not repeat it, because it may hold a password. */
  static URI url(String option, String value, URI example) throws UsageException {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      throw new UsageException(
          "Option --" + option + " is no URL; accepted is one such as " + example + ".", e);
    }
  }

  static int positiveInt(String option, String value) throws UsageException {
    String accepted = "a whole number from 1 to " + Integer.MAX_VALUE;
    try {
      int number = Integer.parseInt(value);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refused(option, value, accepted);
    }
    throw refused(option, value, accepted);
  }

  static double share(String option, String value) throws UsageException {
    String accepted = "a share from 0 to 1, such as 0.05";
    try {
      double share = Double.parseDouble(value);
      if (share >= 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      throw refused(option, value, accepted);
    }
    throw refused(option, value, accepted);
  }

  static Duration duration(String option, String value, boolean zero) throws UsageException {
    String accepted =
        (zero ? "an" : "a positive")
            + " ISO-8601 duration of at most P36500D, such as PT45S, PT2M or P7D";
    try {
      Duration duration = Duration.parse(value);
      boolean fits = zero ? !duration.isNegative() : duration.compareTo(Duration.ofMillis(1)) >= 0;
      if (fits && duration.compareTo(Duration.ofDays(36_500)) <= 0) {
        return duration;
      }
    } catch (DateTimeException e) {
      throw refused(option, value, accepted);
    }
    throw refused(option, value, accepted);
  }

  static <E extends Enum<E>> E word(String option, String value, Class<E> words)
      throws UsageException {
    return words.getEnumConstants()[known(words).indexOf(word(option, value, known(words)))];
  }

  private static String word(String option, String value, List<String> known)
      throws UsageException {
    if (known.contains(value)) {
      return value;
    }
    throw refused(option, value, String.join(" or ", known));
  }

  private static <E extends Enum<E>> List<String> known(Class<E> words) {
    return Arrays.stream(words.getEnumConstants())
        .map(word -> word.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Words parted by commas, each once, in the order of their declaration. */
  static <E extends Enum<E>> List<E> words(String option, String value, Class<E> words)
      throws UsageException {
    List<String> known = known(words);
    return words(option, value, known).stream()
        .map(word -> words.getEnumConstants()[known.indexOf(word)])
        .toList();
  }

  /** Words parted by commas, each once, in the order of the known ones. */
  static List<String> words(String option, String value, List<String> known) throws UsageException {
    List<String> found = parts(value);
    for (String part : found.isEmpty() ? List.of(value) : found) {
      word(option, part, known);
    }
    return known.stream().filter(found::contains).toList();
  }

  /** A path of this machine's; empty for {@code none} and for no value. */
  static Optional<Path> localFile(String option, String value) throws UsageException {
    String accepted = "the path of a file on this machine, such as " + option + ".out";
    if (value.isEmpty() || value.equals("none")) {
      return Optional.empty();
    }
    if (value.contains("://")) {
      throw refused(option, value, accepted + "; copy it from there");
    }
    try {
      return Optional.of(Path.of(value));
    } catch (InvalidPathException e) {
      throw refused(option, value, accepted);
    }
  }

  /** What stands between commas, without blanks around it and without empty parts. */
  static List<String> parts(String value) {
    return Arrays.stream(value.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
