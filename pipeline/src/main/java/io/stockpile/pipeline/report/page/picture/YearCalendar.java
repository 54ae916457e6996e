package io.stockpile.pipeline.report.page.picture;

import io.stockpile.pipeline.report.facts.DayFacts;
import io.stockpile.pipeline.report.facts.DayState;
import io.stockpile.pipeline.text.HumanText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One year of a series as two pictures of half a year each, which fit beside or below each other.
 */
public final class YearCalendar {
  private static final int LEFT = 26;
  private static final int TOP = 17;
  private static final int WEEKS = 28;
  private static final int WIDTH = LEFT + WEEKS * Cells.PITCH;
  private static final int HEIGHT = TOP + 7 * Cells.PITCH;

  private final Markup page;
  private final VolumeLevels levels;
  private final Set<LocalDate> unusual;

  public YearCalendar(Markup page, VolumeLevels levels, Set<LocalDate> unusual) {
    this.page = page;
    this.levels = levels;
    this.unusual = unusual;
  }

  /** Writes the pictures of a year, the number of days in each state, and a table of the days. */
  public void write(String series, int year, List<DayFacts> days) {
    page.open("div", "class", "year").element("h3", Integer.toString(year));
    page.element("p", states(days), "class", "states");
    page.open("div", "class", "halves");
    half(series, LocalDate.of(year, Month.JANUARY, 1), days);
    half(series, LocalDate.of(year, Month.JULY, 1), days);
    page.close("div");
    DayTable.write(page, year, days);
    page.close("div");
  }

  /** {@code 360 complete, 2 absent, 1 missing}. */
  public static String states(List<DayFacts> days) {
    Map<DayState, Long> states = new TreeMap<>(Comparator.<DayState>reverseOrder());
    days.forEach(day -> states.merge(day.state(), 1L, Long::sum));
    return states.entrySet().stream()
        .map(entry -> HumanText.count(entry.getValue()) + " " + entry.getKey().word())
        .collect(Collectors.joining(", "));
  }

  private void half(String series, LocalDate first, List<DayFacts> days) {
    LocalDate end = first.plusMonths(6);
    List<DayFacts> own =
        days.stream().filter(day -> !day.day().isBefore(first) && day.day().isBefore(end)).toList();
    if (own.isEmpty()) {
      return;
    }
    LocalDate origin = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    String name =
        "%s, %s to %s: %s"
            .formatted(series, own.get(0).day(), own.get(own.size() - 1).day(), states(own));
    page.open(
        "svg",
        "class",
        "weeks",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "role",
        "img",
        "aria-label",
        name,
        "data-origin",
        origin.toString(),
        "data-first",
        own.get(0).day().toString(),
        "data-last",
        own.get(own.size() - 1).day().toString());
    labels(first, origin);
    Cells cells = new Cells();
    for (DayFacts day : own) {
      int x = LEFT + 2 + (int) (ChronoUnit.DAYS.between(origin, day.day()) / 7) * Cells.PITCH;
      int y = TOP + 2 + (day.day().getDayOfWeek().getValue() - 1) * Cells.PITCH;
      cells.add(day.state(), levels.shade(day.lines()), unusual.contains(day.day()), x, y);
    }
    cells.write(page);
    page.close("svg");
  }

  private void labels(LocalDate first, LocalDate origin) {
    for (int month = 0; month < 6; month++) {
      LocalDate begin = first.plusMonths(month);
      int x = LEFT + 2 + (int) ((ChronoUnit.DAYS.between(origin, begin) + 6) / 7) * Cells.PITCH;
      String name = begin.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      page.element("text", name, "x", Integer.toString(x), "y", "10");
    }
    for (DayOfWeek weekday : List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY)) {
      int y = TOP + 10 + (weekday.getValue() - 1) * Cells.PITCH;
      String name = weekday.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      page.element("text", name, "x", "0", "y", Integer.toString(y));
    }
  }
}
