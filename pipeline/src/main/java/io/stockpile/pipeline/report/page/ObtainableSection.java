package io.stockpile.pipeline.report.page;

import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.Finding;
import io.stockpile.pipeline.report.Rule;
import io.stockpile.pipeline.report.Severity;
import io.stockpile.pipeline.report.page.picture.Markup;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is missing and can still be obtained, and until when. */
final class ObtainableSection {
  private static final Set<Rule> LOST =
      EnumSet.of(
          Rule.MINUTES_MISSING,
          Rule.DAY_MISSING,
          Rule.DAY_ABSENT,
          Rule.RANGE_MISSING,
          Rule.ID_RANGE_MISSING,
          Rule.SERIES_STOPPED);
  private static final int MOST = 200;

  private ObtainableSection() {}

  static void write(Markup page, ArchiveReport report) {
    List<Finding> all =
        report.findings().stream().filter(one -> LOST.contains(one.rule())).toList();
    List<Finding> rest =
        all.stream().filter(one -> one.severity() == Severity.ACT).limit(MOST).toList();
    long gone = all.stream().filter(one -> one.severity() == Severity.NOTE).count();
    page.open("section", "id", "obtainable").element("h2", "Still to be had");
    if (rest.isEmpty()) {
      page.element("p", "Nothing that is missing can still be had.", "class", "quiet");
    } else {
      page.open("div", "class", "scroll").open("table", "class", "texts");
      page.head("Series", "Left", "Until", "From", "To");
      for (Finding finding : rest) {
        page.row(
            finding.subject(),
            finding.until().map(until -> Texts.left(report.facts().asOf(), until)).orElse("–"),
            finding.until().map(Texts::minute).orElse("no known end"),
            Texts.minute(finding.from()),
            Texts.minute(finding.to()));
      }
      page.close("table").close("div");
    }
    if (gone > 0) {
      page.element(
          "p",
          "Of "
              + gone
              + (gone == 1 ? " other span" : " other spans")
              + " nothing can be had now; they are under “Good to know”.",
          "class",
          "quiet");
    }
    page.close("section");
  }
}
