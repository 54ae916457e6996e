package io.stockpile.pipeline.report.page;

import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.Finding;
import io.stockpile.pipeline.report.Rule;
import io.stockpile.pipeline.report.Severity;
import io.stockpile.pipeline.report.facts.DayFacts;
import io.stockpile.pipeline.report.facts.DayState;
import io.stockpile.pipeline.report.page.picture.Cells;
import io.stockpile.pipeline.report.page.picture.Markup;
import io.stockpile.pipeline.report.page.picture.VolumeLevels;
import io.stockpile.pipeline.report.page.picture.YearCalendar;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A calendar of one series, the newest year first, and its minutes if it counts minutes. */
final class SeriesSection {
  private static final Set<Rule> VOLUME = EnumSet.of(Rule.VOLUME_LOW, Rule.VOLUME_HIGH);

  private SeriesSection() {}

  /**
   * The id of the section in the page. It is made of the series' position, because a name may
   * contain any characters.
   */
  static String anchor(ArchiveReport report, ArchiveReport.Series series) {
    return "series-" + (report.series().indexOf(series) + 1);
  }

  static void write(Markup page, ArchiveReport report, ArchiveReport.Series series) {
    page.open("section", "id", anchor(report, series), "class", "series");
    page.element("h2", series.facts().name());
    List<DayFacts> days = series.days();
    if (days.isEmpty()) {
      page.element("p", "Nothing is here yet.", "class", "quiet").close("section");
      return;
    }
    String span =
        days.get(0).day()
            + " to "
            + days.get(days.size() - 1).day()
            + ": "
            + YearCalendar.states(days)
            + ".";
    page.element("p", span, "class", "quiet");
    Set<LocalDate> unusual = unusual(report, series);
    VolumeLevels levels = VolumeLevels.of(days);
    legend(page, days, levels, !unusual.isEmpty());
    NavigableMap<Integer, List<DayFacts>> years = new TreeMap<>(Comparator.reverseOrder());
    for (DayFacts day : days) {
      years.computeIfAbsent(day.day().getYear(), year -> new ArrayList<>()).add(day);
    }
    YearCalendar calendar = new YearCalendar(page, levels, unusual);
    List<Integer> unknown = new ArrayList<>();
    for (Map.Entry<Integer, List<DayFacts>> year : years.entrySet()) {
      if (isUnknown(year.getValue())) {
        unknown.add(year.getKey());
      } else {
        unknown(page, unknown);
        calendar.write(series.facts().name(), year.getKey(), year.getValue());
      }
    }
    MinutesPart.write(page, series);
    IdRangesPart.write(page, series);
    page.close("section");
  }

  private static boolean isUnknown(List<DayFacts> days) {
    return days.stream().allMatch(day -> day.state() == DayState.MISSING);
  }

  /**
   * Lists years of which nothing is known, without a picture; a mistyped year causes many of them.
   */
  private static void unknown(Markup page, List<Integer> years) {
    if (!years.isEmpty()) {
      int first = years.get(years.size() - 1);
      int last = years.get(0);
      page.open("div", "class", "year");
      page.element("h3", first == last ? Integer.toString(first) : first + " to " + last);
      page.element("p", "Nothing is known of these years.", "class", "states").close("div");
      years.clear();
    }
  }

  private static Set<LocalDate> unusual(ArchiveReport report, ArchiveReport.Series series) {
    return report.findings().stream()
        .filter(finding -> VOLUME.contains(finding.rule()))
        .filter(finding -> finding.severity() != Severity.NOTE)
        .filter(finding -> finding.subject().equals(series.facts().name()))
        .map(Finding::from)
        .map(from -> LocalDate.ofInstant(from, ZoneOffset.UTC))
        .collect(Collectors.toSet());
  }

  private static void legend(
      Markup page, List<DayFacts> days, VolumeLevels levels, boolean unusual) {
    page.open("ul", "class", "legend");
    NavigableSet<Integer> shades =
        days.stream()
            .filter(day -> day.state() == DayState.COMPLETE)
            .map(day -> levels.shade(day.lines()))
            .collect(Collectors.toCollection(TreeSet::new));
    for (int shade : shades) {
      String complete = shade == shades.first() ? "complete, " : "";
      entry(page, DayState.COMPLETE, shade, false, complete + levels.meaning(shade));
    }
    Set<DayState> states = days.stream().map(DayFacts::state).collect(Collectors.toSet());
    for (DayState state : DayState.values()) {
      if (state != DayState.COMPLETE && states.contains(state)) {
        entry(page, state, 0, false, state.word() + ": " + state.meaning());
      }
    }
    if (unusual) {
      entry(page, DayState.COMPLETE, 1, true, "far from what the days around lead one to expect");
    }
    page.close("ul");
  }

  private static void entry(Markup page, DayState state, int shade, boolean unusual, String text) {
    page.open("li").open("svg", "class", "key", "viewBox", "0 0 17 17", "aria-hidden", "true");
    Cells cells = new Cells();
    cells.add(state, shade, unusual, 4, 4);
    cells.write(page);
    page.closeInline("svg").text(text).close("li");
  }
}
