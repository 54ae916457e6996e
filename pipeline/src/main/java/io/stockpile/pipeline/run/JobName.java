package io.stockpile.pipeline.run;

import io.stockpile.connectors.ArchiveUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The name of a job on its runner. It depends only on what was asked for, so that the job of a day,
 * or a second job for the same day, can be found by name. It has only small letters, digits and
 * hyphens, which every runner accepts.
 */
final class JobName {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd't'HHmm", Locale.ROOT);

  private JobName() {}

  /**
   * For example {@code stockpile-backfill-firestream-activity-message-2016-12-05}, or {@code
   * …-2016-12-01-to-2016-12-21} for several days, the last not included.
   *
   * @param command the name of the command
   * @param units the units that were asked for, at least one
   */
  static String of(String command, List<? extends ArchiveUnit> units) {
    Map<String, TreeSet<String>> series = new TreeMap<>();
    for (ArchiveUnit unit : units) {
      String within = unit.series().substring(unit.series().indexOf('/') + 1);
      series.computeIfAbsent(unit.source(), source -> new TreeSet<>()).add(within);
    }
    String sources =
        series.entrySet().stream()
            .map(source -> source.getKey() + "-" + String.join("-", source.getValue()))
            .collect(Collectors.joining("-"));
    Collection<Instant> starts = units.stream().map(ArchiveUnit::from).toList();
    Collection<Instant> ends = units.stream().map(ArchiveUnit::to).toList();
    String range = range(Collections.min(starts), Collections.max(ends));
    return ("stockpile-" + command + "-" + sources + "-" + range)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-");
  }

  private static String range(Instant from, Instant to) {
    if (isMidnight(from) && isMidnight(to)) {
      boolean oneDay = Duration.between(from, to).equals(Duration.ofDays(1));
      return oneDay ? text(DAY, from) : text(DAY, from) + "-to-" + text(DAY, to);
    }
    return text(MINUTE, from) + "-to-" + text(MINUTE, to);
  }

  private static boolean isMidnight(Instant instant) {
    return instant.truncatedTo(ChronoUnit.DAYS).equals(instant);
  }

  private static String text(DateTimeFormatter format, Instant instant) {
    return format.format(instant.atOffset(ZoneOffset.UTC));
  }
}
