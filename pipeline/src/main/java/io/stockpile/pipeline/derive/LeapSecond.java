package io.stockpile.pipeline.derive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises a leap second: the second 60 that UTC has after 23:59:59 on the last day of some
 * months (ITU-R TF.460-6), written as the publishers write instants.
 */
final class LeapSecond {
  private record Form(Pattern pattern, DateTimeFormatter times) {}

  /**
   * Each pattern has the groups {@code before} and {@code offset}, and {@code after} for a year
   * that is written last.
   */
  private static final List<Form> FORMS =
      List.of(
          new Form(
              Pattern.compile(
                  "\"(?<before>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d):60(?:\\.\\d+)?"
                      + "(?<offset>Z|[+-]\\d\\d:?\\d\\d)(?<after>)\""),
              DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT)),
          new Form(
              Pattern.compile(
                  "\"[A-Z][a-z]{2} (?<before>[A-Z][a-z]{2} \\d\\d \\d\\d:\\d\\d):60"
                      + " (?<offset>[+-]\\d{4})(?<after> \\d{4})\""),
              DateTimeFormatter.ofPattern("MMM dd HH:mm uuuu", Locale.ENGLISH)));

  private LeapSecond() {}

  /**
   * Whether the text contains a JSON string that is a leap second.
   *
   * @param shown a JSON value, with any text around it
   */
  static boolean isIn(String shown) {
    for (Form form : FORMS) {
      Matcher matcher = form.pattern().matcher(shown);
      if (matcher.find()) {
        return isLastMinuteOfAMonth(form, matcher);
      }
    }
    return false;
  }

  private static boolean isLastMinuteOfAMonth(Form form, Matcher text) {
    try {
      LocalDateTime local =
          LocalDateTime.parse(text.group("before") + text.group("after"), form.times());
      LocalDateTime utc =
          OffsetDateTime.of(local, ZoneOffset.of(text.group("offset")))
              .withOffsetSameInstant(ZoneOffset.UTC)
              .toLocalDateTime();
      LocalDate day = utc.toLocalDate();
      return utc.getHour() == 23 && utc.getMinute() == 59 && day.plusDays(1).getDayOfMonth() == 1;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
