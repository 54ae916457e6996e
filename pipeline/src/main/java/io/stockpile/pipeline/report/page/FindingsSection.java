package io.stockpile.pipeline.report.page;

import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.Finding;
import io.stockpile.pipeline.report.Severity;
import io.stockpile.pipeline.report.page.picture.Markup;
import io.stockpile.pipeline.text.HumanText;
import java.util.List;
import java.util.Locale;

/** The findings, the most urgent first, each with the command that helps. */
final class FindingsSection {
  private static final int SHOWN = 12;
  private static final int MOST = 300;

  private FindingsSection() {}

  static void write(Markup page, ArchiveReport report) {
    page.open("section", "id", "findings");
    if (report.findings().isEmpty()) {
      page.element("h2", "Findings").element("p", "No rule found anything.", "class", "quiet");
    }
    for (Severity severity : Severity.values()) {
      List<Finding> found =
          report.findings().stream().filter(one -> one.severity() == severity).toList();
      if (!found.isEmpty()) {
        group(page, report, severity, found);
      }
    }
    page.close("section");
  }

  private static void group(
      Markup page, ArchiveReport report, Severity severity, List<Finding> found) {
    String title =
        severity.meaning().substring(0, 1).toUpperCase(Locale.ROOT)
            + severity.meaning().substring(1);
    page.open("h2").text(title + " ");
    page.element("span", HumanText.count(found.size()), "class", "count").close("h2");
    int shown = severity == Severity.NOTE ? 0 : Math.min(SHOWN, found.size());
    list(page, report, found.subList(0, shown));
    if (shown < found.size()) {
      List<Finding> rest = found.subList(shown, Math.min(MOST, found.size()));
      page.open("details");
      page.element(
          "summary",
          (shown == 0 ? "Show " : "Show the other ") + HumanText.count(found.size() - shown));
      list(page, report, rest);
      if (found.size() > MOST) {
        page.element(
            "p",
            "The remaining "
                + HumanText.count(found.size() - MOST)
                + " are in `stockpile report --json`.");
      }
      page.close("details");
    }
  }

  private static void list(Markup page, ArchiveReport report, List<Finding> findings) {
    page.open("ol", "class", "findings");
    findings.forEach(finding -> write(page, report, finding));
    page.close("ol");
  }

  private static void write(Markup page, ArchiveReport report, Finding finding) {
    page.open("li", "class", finding.severity().word());
    page.open("h3").text(finding.rule().title() + " ");
    page.element("span", finding.subject(), "class", "subject").close("h3");
    page.element("p", finding.message());
    finding
        .until()
        .ifPresent(
            until -> {
              page.open("p", "class", "until").text("Gone ");
              page.element("strong", Texts.left(report.facts().asOf(), until));
              page.text(", at " + Texts.minute(until) + ".").close("p");
            });
    if (!finding.command().isEmpty()) {
      page.open("div", "class", "command");
      page.element("code", finding.command(), "tabindex", "0");
      page.close("div");
    }
    page.close("li");
  }
}
