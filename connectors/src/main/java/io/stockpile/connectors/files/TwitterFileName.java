package io.stockpile.connectors.files;

import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.replay.units.MinuteRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file of Twitter's records says about its content. These names are known:
 *
 * <ul>
 *   <li>{@code 20130701_0000_activities.json.gz}, and {@code 2013/07/01/00/00_activities.json.gz}
 *       with its directories: Gnip's Historical PowerTrack, ten minutes in each file
 *   <li>{@code 2013/07/01/00/17.json.bz2} with its directories: public dumps of the sample stream,
 *       one minute in each file
 *   <li>{@code 201307010000_201307010200.json.gz}: a range of minutes; the names of an archive's
 *       own landing area
 *   <li>days, months, years and ranges of days, as {@link ImportedFileName} has them
 * </ul>
 *
 * A day followed by more digits is a time, and then the name does not say how much time the file
 * covers.
 *
 * @param name the file's name, for messages
 * @param fileType the type; empty when the name does not say
 * @param range the time; empty when the name does not say
 */
record TwitterFileName(
    String name, Optional<TwitterFileType> fileType, Optional<MinuteRange> range) {
  private static final int HISTORICAL_MINUTES = 10;
  private static final Pattern HISTORICAL =
      Pattern.compile("(?<!\\d)(\\d{8})_(\\d{4})_activities(?![a-z])");
  private static final Pattern BY_DIRECTORIES =
      Pattern.compile("(?:.*[^0-9])?(\\d{4})/(\\d{2})/(\\d{2})/(\\d{2})/(\\d{2})(_activities)?");
  private static final Pattern MINUTES = Pattern.compile("(?<!\\d)(\\d{12}_\\d{12})(?!\\d)");
  private static final Pattern DAY_AND_MORE =
      Pattern.compile(
          "(?<!\\d)\\d{4}[-_.]?\\d{2}[-_.]?\\d{2}[-_.T]\\d{2}(?:[-_.:]?\\d{2}){0,2}(?!\\d)");
  private static final Pattern TWEET =
      Pattern.compile("(?<![a-z])(?:tweets?|twitter|powertrack)(?![a-z])");
  private static final Pattern COMPLIANCE = Pattern.compile("(?<![a-z])compliance(?![a-z])");

  /**
   * Reads a file's name.
   *
   * @param path a file name, with or without directories
   */
  static TwitterFileName parse(String path) {
    String slashed = path.replace('\\', '/');
    String name = slashed.substring(slashed.lastIndexOf('/') + 1);
    String stem = ImportedFileName.withoutExtensions(slashed);
    return new TwitterFileName(name, type(slashed, stem, name), range(stem));
  }

  private static Optional<TwitterFileType> type(String path, String stem, String name) {
    Matcher directories = BY_DIRECTORIES.matcher(stem);
    if (HISTORICAL.matcher(name).find() || directories.matches() && directories.group(6) != null) {
      return Optional.of(TwitterFileType.TWEET);
    }
    Optional<TwitterFileType> own = type(name);
    if (own.isPresent() || ImportedFileName.parse(name).fileType().isPresent()) {
      return own;
    }
    String[] parts = path.split("/");
    return parts.length > 1 ? type(parts[parts.length - 2]) : Optional.empty();
  }

  private static Optional<TwitterFileType> type(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (COMPLIANCE.matcher(lower).find()) {
      return Optional.of(TwitterFileType.COMPLIANCE);
    }
    return TWEET.matcher(lower).find() ? Optional.of(TwitterFileType.TWEET) : Optional.empty();
  }

  private static Optional<MinuteRange> range(String stem) {
    String name = stem.substring(stem.lastIndexOf('/') + 1);
    try {
      Matcher historical = HISTORICAL.matcher(name);
      if (historical.find()) {
        return tenMinutes(historical.group(1) + historical.group(2));
      }
      Matcher directories = BY_DIRECTORIES.matcher(stem);
      if (directories.matches()) {
        String digits = directories.replaceFirst("$1$2$3$4$5");
        return directories.group(6) == null ? Optional.of(minutes(digits, 1)) : tenMinutes(digits);
      }
      Matcher minutes = MINUTES.matcher(name);
      if (minutes.find()) {
        return MinuteRange.ofKeyText(minutes.group(1));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
    return days(name);
  }

  /**
   * The ten minutes of such a file; empty when it does not begin at a multiple of ten minutes, so
   * that the name is of another kind.
   */
  private static Optional<MinuteRange> tenMinutes(String digits) {
    return Optional.of(minutes(digits, HISTORICAL_MINUTES))
        .filter(range -> Minutes.epochMinute(range.from()) % HISTORICAL_MINUTES == 0);
  }

  private static MinuteRange minutes(String digits, int count) {
    Instant from = Minutes.parseRequestText(digits);
    return new MinuteRange(from, from.plus(count, ChronoUnit.MINUTES));
  }

  private static Optional<MinuteRange> days(String name) {
    return ImportedFileName.parse(name)
        .period()
        .filter(period -> !isOneDay(period) || !DAY_AND_MORE.matcher(name).find())
        .map(period -> new MinuteRange(start(period.firstDay()), start(period.endDay())));
  }

  private static boolean isOneDay(ImportedFileName.Period period) {
    return period.endDay().equals(period.firstDay().plusDays(1));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
