package io.stockpile.pipeline.report.page;

import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.Severity;
import io.stockpile.pipeline.report.facts.DayFacts;
import io.stockpile.pipeline.report.facts.DayState;
import io.stockpile.pipeline.report.page.picture.Markup;
import io.stockpile.pipeline.text.HumanText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The state of the archive in one sentence and a few numbers. */
final class Verdict {
  private Verdict() {}

  static void write(Markup page, ArchiveReport report) {
    long act = count(report, Severity.ACT);
    long look = count(report, Severity.LOOK);
    String tone = act > 0 ? "act" : look > 0 ? "look" : "fine";
    page.open("p", "class", "verdict " + tone);
    page.element(
        "span", act > 0 ? "!" : look > 0 ? "?" : "✓", "class", "sign", "aria-hidden", "true");
    page.element("span", sentence(report, act, look)).close("p");
    page.open("dl", "class", "figures");
    daysComplete(report).ifPresent(days -> figure(page, "Days complete", days));
    figure(page, "Lines", HumanText.count(sum(report).mapToLong(DayFacts::lines).sum()));
    figure(page, "Rejected", rejected(report));
    long tables = report.tables().stream().mapToLong(table -> table.total().bytes()).sum();
    long landed =
        report.series().stream()
            .flatMap(series -> series.facts().units().stream())
            .mapToLong(InventoryEntry::landedBytes)
            .sum();
    figure(page, "Tables", HumanText.bytes(tables));
    figure(page, "Landed", HumanText.bytes(landed));
    page.close("dl");
  }

  private static String sentence(ArchiveReport report, long act, long look) {
    if (report.series().isEmpty()) {
      return "The archive holds nothing yet.";
    }
    String more = look > 0 ? "; " + HumanText.count(look) + " more worth a look" : "";
    if (act > 0) {
      return act == 1
          ? "1 thing needs a hand" + more + "."
          : HumanText.count(act) + " things need a hand" + more + ".";
    }
    return look > 0
        ? "Nothing needs a hand; " + HumanText.count(look, "thing") + " worth a look."
        : "Nothing needs a hand.";
  }

  private static long count(ArchiveReport report, Severity severity) {
    return report.findings().stream().filter(one -> one.severity() == severity).count();
  }

  private static Stream<DayFacts> sum(ArchiveReport report) {
    return report.series().stream().map(ArchiveReport.Series::days).flatMap(List::stream);
  }

  private static Optional<String> daysComplete(ArchiveReport report) {
    List<DayFacts> days =
        report.series().stream()
            .filter(series -> series.facts().countsInDays())
            .flatMap(series -> series.days().stream())
            .toList();
    long complete = days.stream().filter(day -> day.state() == DayState.COMPLETE).count();
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(HumanText.count(complete) + " of " + HumanText.count(days.size()));
  }

  private static String rejected(ArchiveReport report) {
    long lines = sum(report).mapToLong(DayFacts::lines).sum();
    long rejected = sum(report).mapToLong(DayFacts::rejected).sum();
    return lines == 0
        ? "0"
        : HumanText.count(rejected) + " (" + Texts.percent((double) rejected / lines) + ")";
  }

  private static void figure(Markup page, String name, String value) {
    page.open("div").element("dt", name).element("dd", value).close("div");
  }
}
