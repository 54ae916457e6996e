package io.stockpile.pipeline.report.page;

import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.facts.IdDay;
import io.stockpile.pipeline.report.page.picture.BarChart;
import io.stockpile.pipeline.report.page.picture.Markup;
import io.stockpile.pipeline.report.page.picture.Periods;
import io.stockpile.pipeline.text.HumanText;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The ids that there can be and those that the archive has, by day. */
final class IdsSection {
  private IdsSection() {}

  static void write(Markup page, ArchiveReport report) {
    page.open("section", "id", "ids").element("h2", "Ids of messages");
    List<IdDay> days = report.ids();
    if (days.isEmpty()) {
      page.element("p", "No message is here yet.", "class", "quiet").close("section");
      return;
    }
    page.element(
        "p",
        "The platform numbers its messages one after the other. Of the ids between a day's least"
            + " and greatest these are here; the rest were deleted before, are private, or are"
            + " missing. What lies between one day and the next should be next to nothing.",
        "class",
        "quiet");
    chart(page, days);
    NavigableMap<Integer, List<IdDay>> years = new TreeMap<>(Comparator.reverseOrder());
    days.forEach(
        day -> years.computeIfAbsent(day.day().getYear(), year -> new ArrayList<>()).add(day));
    years.forEach((year, own) -> year(page, year, own));
    page.close("section");
  }

  private static void chart(Markup page, List<IdDay> days) {
    YearMonth first = YearMonth.from(days.get(0).day());
    YearMonth last = YearMonth.from(days.get(days.size() - 1).day());
    Periods periods = Periods.of(first, last);
    Map<YearMonth, Long> seen = new HashMap<>();
    Map<YearMonth, Long> expected = new HashMap<>();
    for (IdDay day : days) {
      YearMonth start = periods.start(YearMonth.from(day.day()));
      seen.merge(start, day.seen(), Long::sum);
      expected.merge(start, day.expected(), Long::sum);
    }
    List<BarChart.Bar> bars = new ArrayList<>();
    for (YearMonth start : periods.starts()) {
      long all = expected.getOrDefault(start, 0L);
      bars.add(
          new BarChart.Bar(
              periods.label(start), all == 0 ? 0 : (double) seen.getOrDefault(start, 0L) / all));
    }
    page.open("figure", "class", "card").open("figcaption");
    page.element("strong", "Share of ids that is here");
    page.text(" by " + periods.word() + "; full height is all of them").close("figcaption");
    BarChart.write(page, "Share of ids that is here, by " + periods.word(), bars, 1);
    page.close("figure");
  }

  private static void year(Markup page, int year, List<IdDay> days) {
    long seen = days.stream().mapToLong(IdDay::seen).sum();
    long expected = days.stream().mapToLong(IdDay::expected).sum();
    page.open("details");
    page.element(
        "summary",
        year
            + ": "
            + HumanText.count(seen)
            + " of "
            + HumanText.count(expected)
            + " ids ("
            + Texts.percent((double) seen / expected)
            + ")");
    page.open("div", "class", "scroll").open("table");
    page.head("Day", "Expected", "Seen", "Share", "Between it and the day before");
    for (IdDay day : days) {
      page.row(
          day.day().toString(),
          HumanText.count(day.expected()),
          HumanText.count(day.seen()),
          Texts.percent(day.share()),
          HumanText.count(day.before()));
    }
    page.close("table").close("div").close("details");
  }
}
