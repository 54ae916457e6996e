package io.stockpile.connectors.files;

import io.stockpile.connectors.firestream.FileType;
import io.stockpile.connectors.firestream.FirestreamUnit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a kept backup file says about its content. These names are known; they are those
 * of the service's samples and of earlier years:
 *
 * <ul>
 *   <li>{@code stocktwits_messages_2017_09_21.gz}, {@code stocktwits_activity_2016_12_05.gz}, with
 *       or without an extension: one UTC day
 *   <li>{@code stocktwits_messages_2019_05.gz}, {@code stocktwits_legacy_messages_2013.gz}: a
 *       month, a year
 *   <li>{@code stocktwits_messages_2014-01-01-2014-12-31.json}: a range with its last day included
 *   <li>{@code message/2016-12-05.gz}: the names of an archive's own landing area; in a range
 *       there, {@code 2014-01-01_2014-02-11.gz}, the second day is not included
 * </ul>
 *
 * @param name the file's name for messages; with its directory if the directory says the type
 * @param fileType the type; empty when the name does not say
 * @param period the days; empty when the name does not say or is ambiguous
 */
record ImportedFileName(String name, Optional<FileType> fileType, Optional<Period> period) {
  private static final String DAY = "(\\d{4})[-_.]?(\\d{2})[-_.]?(\\d{2})";
  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)(?:"
              + ("(?<range>" + DAY + "[-_]+(?:to[-_]+)?" + DAY + ")")
              + ("|(?<day>" + DAY + "|(\\d{4})[-_.](\\d{1,2})[-_.](\\d{1,2}))")
              + "|(?<month>(\\d{4})[-_.](\\d{1,2}))"
              + "|(?<year>(?:19|20)\\d{2})"
              + ")(?!\\d)");
  private static final Pattern OWN_RANGE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{4}-\\d{2}-\\d{2})");
  private static final Pattern MESSAGE = Pattern.compile("(?<![a-z])messages?(?![a-z])");

  /** A name with "activity streams" does not count: that is a format, which messages have too. */
  private static final Pattern ACTIVITY =
      Pattern.compile("(?<![a-z])activit(?:y|ies)(?![a-z])(?![-_. ]?streams?(?![a-z]))");

  private static final Pattern EXTENSIONS =
      Pattern.compile(
          "(?:\\.(?:gz|gzip|bz2|xz|zst|zstd|json|jsonl|ndjson|txt|log))+$",
          Pattern.CASE_INSENSITIVE);

  /**
   * A half-open range of UTC days.
   *
   * @param endDay the first day after it
   */
  record Period(LocalDate firstDay, LocalDate endDay) {
    static Period ofDay(LocalDate day) {
      return new Period(day, day.plusDays(1));
    }
  }

  /**
   * Reads a file's name.
   *
   * @param path a file name, with or without directories; the last directory is used if the name
   *     itself does not say the type
   */
  static ImportedFileName parse(String path) {
    String[] parts = path.split("[/\\\\]");
    String name = parts.length == 0 ? path : parts[parts.length - 1];
    String stem = withoutExtensions(name);
    Optional<FileType> type = type(stem);
    if (type.isEmpty() && parts.length > 1) {
      String directory = parts[parts.length - 2];
      type = type(directory);
      if (type.isPresent()) {
        name = directory + "/" + name;
      }
    }
    return new ImportedFileName(name, type, period(stem));
  }

  /** A name without the endings that say how the file is compressed. */
  static String withoutExtensions(String name) {
    return EXTENSIONS.matcher(name).replaceFirst("");
  }

  /**
   * The unit that the file is. The arguments take precedence over the name.
   *
   * @throws IllegalArgumentException when type or days are not known; the message names the option
   *     to give
   */
  FirestreamUnit unit(Optional<FileType> givenType, Optional<Period> givenDays) {
    FileType type =
        givenType
            .or(() -> fileType)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The name of "
                            + name
                            + " does not say what is in it. Give --fileType=message or"
                            + " --fileType=activity, or for Twitter's records --fileType=tweet or"
                            + " --fileType=compliance."));
    Period days =
        givenDays
            .or(() -> period)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The name of "
                            + name
                            + " does not say of which day, month or year it is (as"
                            + " stocktwits_messages_2017_09_21.gz does). Give its UTC day with"
                            + " --date=2017-09-21, or rename it."));
    return new FirestreamUnit(type, days.firstDay(), days.endDay());
  }

  private static Optional<FileType> type(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean message = MESSAGE.matcher(lower).find();
    boolean activity = ACTIVITY.matcher(lower).find();
    if (message == activity) {
      return Optional.empty();
    }
    return Optional.of(message ? FileType.MESSAGE : FileType.ACTIVITY);
  }

  private static Optional<Period> period(String stem) {
    try {
      Matcher own = OWN_RANGE.matcher(stem);
      if (own.matches()) {
        return checked(LocalDate.parse(own.group(1)), LocalDate.parse(own.group(2)));
      }
      Matcher date = DATE.matcher(stem);
      if (!date.find()) {
        return Optional.empty();
      }
      Optional<Period> period = period(date);
      // Two dates that are not a range are ambiguous.
      return date.find() ? Optional.empty() : period;
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Period> period(Matcher date) {
    int[] numbers = numbers(date.group());
    if (date.group("range") != null) {
      return checked(
          LocalDate.of(numbers[0], numbers[1], numbers[2]),
          LocalDate.of(numbers[3], numbers[4], numbers[5]).plusDays(1));
    }
    if (date.group("day") != null) {
      return Optional.of(Period.ofDay(LocalDate.of(numbers[0], numbers[1], numbers[2])));
    }
    if (date.group("month") != null) {
      YearMonth month = YearMonth.of(numbers[0], numbers[1]);
      return checked(month.atDay(1), month.plusMonths(1).atDay(1));
    }
    Year year = Year.of(numbers[0]);
    return checked(year.atDay(1), year.plusYears(1).atDay(1));
  }

  /** The numbers of one or two dates, with or without separators. */
  private static int[] numbers(String text) {
    Matcher parts =
        Pattern.compile("(\\d{4})(?:[-_.]?(\\d{1,2}))?(?:[-_.]?(\\d{1,2}))?").matcher(text);
    int[] numbers = new int[6];
    int count = 0;
    while (parts.find()) {
      for (int group = 1; group <= 3; group++) {
        numbers[count++] = parts.group(group) == null ? 1 : Integer.parseInt(parts.group(group));
      }
    }
    return numbers;
  }

  private static Optional<Period> checked(LocalDate firstDay, LocalDate endDay) {
    return firstDay.isBefore(endDay) ? Optional.of(new Period(firstDay, endDay)) : Optional.empty();
  }
}
