package io.stockpile.pipeline.report.page;

import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.facts.DayFacts;
import io.stockpile.pipeline.report.facts.RejectedReason;
import io.stockpile.pipeline.report.page.picture.Markup;
import io.stockpile.pipeline.text.HumanText;
import java.util.function.ToLongFunction;

/** What became of the lines of each series, and which were rejected and why. */
final class LinesSection {
  private LinesSection() {}

  static void write(Markup page, ArchiveReport report) {
    page.open("section", "id", "lines").element("h2", "Where the lines went");
    page.element(
        "p",
        "Every line is in exactly one column; blank lines and messages of the source itself are"
            + " left out.",
        "class",
        "quiet");
    page.open("div", "class", "scroll").open("table");
    page.head("Series", "Lines", "Rows", "Duplicates", "Rejected", "Erased");
    for (ArchiveReport.Series series : report.series()) {
      page.row(
          series.facts().name(),
          sum(series, DayFacts::lines),
          sum(series, DayFacts::rows),
          sum(series, DayFacts::duplicates),
          sum(series, DayFacts::rejected),
          sum(series, DayFacts::erased));
    }
    page.close("table").close("div");
    rejects(page, report);
    page.close("section");
  }

  private static String sum(ArchiveReport.Series series, ToLongFunction<DayFacts> figure) {
    return HumanText.count(series.days().stream().mapToLong(figure).sum());
  }

  private static void rejects(Markup page, ArchiveReport report) {
    page.element("h3", "Rejected lines by reason");
    if (report.rejects().isEmpty()) {
      page.element("p", "No line was rejected.", "class", "quiet");
      return;
    }
    page.open("div", "class", "scroll").open("table", "class", "texts");
    page.head(
        "Series", "Reason", "Lines", "Units", "Newest unit that has one", "First in it", "Kept in");
    for (RejectedReason reason : report.rejects()) {
      String line =
          reason.line().isPresent()
              ? "line " + HumanText.count(reason.line().getAsLong())
              : "not noted";
      page.row(
          reason.series(),
          reason.reason(),
          HumanText.count(reason.lines()),
          HumanText.count(reason.units()),
          reason.example(),
          line,
          reason.file());
    }
    page.close("table").close("div");
    page.element("p", "To see them, in DuckDB:", "class", "quiet");
    page.open("div", "class", "command");
    page.element("code", query(report), "tabindex", "0").close("div");
  }

  private static String query(ArchiveReport report) {
    return "SELECT source_line, reason, detail, raw FROM read_parquet('"
        + (report.facts().root() + "/" + report.rejects().get(0).file()).replace("'", "''")
        + "') ORDER BY source_line LIMIT 20;";
  }
}
