package io.stockpile.pipeline.report.page;

import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.manifest.ReplayAccount;
import io.stockpile.pipeline.report.ArchiveReport;
import io.stockpile.pipeline.report.page.picture.HourGrid;
import io.stockpile.pipeline.report.page.picture.Markup;
import io.stockpile.pipeline.text.HumanText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The minutes of a series that counts minutes: the days on which some are missing, the newest
 * first.
 */
final class MinutesPart {
  private static final int PICTURES = 12;
  private static final int PICTURES_OF_WHOLE_DAYS = 2;
  private static final int RUNS = 400;

  private MinutesPart() {}

  static void write(Markup page, ArchiveReport.Series series) {
    NavigableMap<LocalDate, List<ReplayAccount.Minutes>> days =
        new TreeMap<>(Comparator.reverseOrder());
    for (InventoryEntry unit : series.facts().units()) {
      unit.minutes().forEach(run -> addByDay(days, run));
    }
    if (days.isEmpty()) {
      return;
    }
    List<LocalDate> broken = days.keySet().stream().filter(day -> isBroken(days.get(day))).toList();
    page.element("h3", "Minutes");
    if (broken.isEmpty()) {
      page.element(
          "p",
          "Every minute that was asked for is here. The newest "
              + (days.size() == 1 ? "day" : "days")
              + ", an hour a row:",
          "class",
          "quiet");
    } else {
      page.element(
          "p",
          HumanText.count(broken.size(), "day")
              + " with minutes that did not come, the newest first, an hour a row:",
          "class",
          "quiet");
    }
    List<LocalDate> shown =
        broken.isEmpty()
            ? days.keySet().stream().limit(PICTURES_OF_WHOLE_DAYS).toList()
            : broken.stream().limit(PICTURES).toList();
    page.open("div", "class", "cards");
    shown.forEach(day -> HourGrid.write(page, series.facts().name(), day, days.get(day)));
    page.close("div");
    table(page, broken.isEmpty() ? shown : broken, days);
  }

  private static void addByDay(
      NavigableMap<LocalDate, List<ReplayAccount.Minutes>> days, ReplayAccount.Minutes run) {
    Instant start = run.from();
    while (start.isBefore(run.to())) {
      LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
      Instant midnight = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant end = midnight.isBefore(run.to()) ? midnight : run.to();
      days.computeIfAbsent(day, key -> new ArrayList<>())
          .add(new ReplayAccount.Minutes(start, end, run.complete(), run.attempts()));
      start = end;
    }
  }

  private static boolean isBroken(List<ReplayAccount.Minutes> runs) {
    return runs.stream().anyMatch(run -> !run.complete());
  }

  private static void table(
      Markup page,
      List<LocalDate> shown,
      NavigableMap<LocalDate, List<ReplayAccount.Minutes>> days) {
    List<ReplayAccount.Minutes> runs =
        shown.stream().flatMap(day -> days.get(day).stream()).limit(RUNS).toList();
    page.open("details").element("summary", "These minutes as a table");
    page.open("div", "class", "scroll").open("table");
    page.head("From", "To", "State", "Minutes", "Requests");
    for (ReplayAccount.Minutes run : runs) {
      page.row(
          Texts.minute(run.from()),
          Texts.minute(run.to()),
          run.complete() ? "complete" : "missing",
          HumanText.count(Duration.between(run.from(), run.to()).toMinutes()),
          HumanText.count(run.attempts()));
    }
    page.close("table").close("div").close("details");
  }
}
