package io.stockpile.pipeline.report.page;

import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.facts.TableFacts;
import io.stockpile.pipeline.report.page.picture.BarChart;
import io.stockpile.pipeline.report.page.picture.Markup;
import io.stockpile.pipeline.report.page.picture.Periods;
import io.stockpile.pipeline.text.HumanText;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The size of each table and its growth. */
final class TablesSection {
  private TablesSection() {}

  static void write(Markup page, ArchiveReport report) {
    page.open("section", "id", "tables").element("h2", "Tables");
    if (report.tables().isEmpty()) {
      page.element("p", "No table has a file yet.", "class", "quiet").close("section");
      return;
    }
    page.open("div", "class", "scroll").open("table");
    page.head("Table", "Rows", "Files", "Size", "Bytes a row", "Size of a file");
    report.tables().forEach(table -> row(page, table.table(), table.total()));
    page.close("table").close("div");
    YearMonth first =
        report.tables().stream()
            .map(table -> table.months().firstKey())
            .min(YearMonth::compareTo)
            .orElseThrow();
    YearMonth last =
        report.tables().stream()
            .map(table -> table.months().lastKey())
            .max(YearMonth::compareTo)
            .orElseThrow();
    Periods periods = Periods.of(first, last);
    page.element("h3", "Rows by " + periods.word() + " of the event");
    page.open("div", "class", "cards");
    report.tables().forEach(table -> growth(page, table, periods));
    page.close("div").close("section");
  }

  private static void growth(Markup page, TableFacts table, Periods periods) {
    Map<YearMonth, Long> rows = new HashMap<>();
    table
        .months()
        .forEach((month, size) -> rows.merge(periods.start(month), size.rows(), Long::sum));
    long top = rows.values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<BarChart.Bar> bars = new ArrayList<>();
    for (YearMonth start : periods.starts()) {
      bars.add(new BarChart.Bar(periods.label(start), rows.getOrDefault(start, 0L)));
    }
    page.open("figure", "class", "card").open("figcaption");
    page.element("strong", table.table());
    page.text(" up to " + HumanText.count(top) + " a " + periods.word()).close("figcaption");
    BarChart.write(page, "Rows of " + table.table() + " by " + periods.word(), bars, top);
    page.open("details").element("summary", "By year");
    page.open("div", "class", "scroll").open("table");
    page.head("Year", "Rows", "Files", "Size", "Bytes a row", "Size of a file");
    SortedMap<Integer, TableFacts.Size> years = new TreeMap<>();
    table
        .months()
        .forEach((month, size) -> years.merge(month.getYear(), size, TableFacts.Size::plus));
    years.forEach((year, size) -> row(page, Integer.toString(year), size));
    page.close("table").close("div").close("details").close("figure");
  }

  private static void row(Markup page, String name, TableFacts.Size size) {
    page.row(
        name,
        HumanText.count(size.rows()),
        HumanText.count(size.files()),
        HumanText.bytes(size.bytes()),
        size.rows() == 0 ? "" : HumanText.count(Math.round((double) size.bytes() / size.rows())),
        size.files() == 0 ? "" : HumanText.bytes((double) size.bytes() / size.files()));
  }
}
