package io.stockpile.pipeline.report.page.picture;

import io.stockpile.pipeline.manifest.ReplayAccount;
import io.stockpile.pipeline.text.HumanText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The minutes of a day, with a row for each hour of which something is known. A held minute is
 * filled, a missing one is a line, and one that was never requested is blank.
 */
public final class HourGrid {
  private static final int LEFT = 38;
  private static final int TOP = 16;
  private static final int MINUTE = 5;
  private static final int ROW = 12;
  private static final int HEIGHT = 9;
  private static final Duration HOUR = Duration.ofHours(1);

  private HourGrid() {}

  public static void write(
      Markup page, String series, LocalDate day, List<ReplayAccount.Minutes> runs) {
    TreeSet<Integer> hours = new TreeSet<>();
    StringBuilder here = new StringBuilder();
    StringBuilder gone = new StringBuilder();
    long missing = 0;
    long all = 0;
    for (ReplayAccount.Minutes run : runs) {
      long minutes = Duration.between(run.from(), run.to()).toMinutes();
      all += minutes;
      missing += run.complete() ? 0 : minutes;
      hours(run, hours);
    }
    List<Integer> rows = List.copyOf(hours);
    for (ReplayAccount.Minutes run : runs) {
      draw(run, rows, run.complete() ? here : gone);
    }
    String state =
        missing == 0
            ? HumanText.count(all, "minute") + ", all here"
            : HumanText.count(missing) + " of " + HumanText.count(all, "minute") + " missing";
    page.open("figure", "class", "card").open("figcaption");
    page.element("strong", day.toString()).text(" " + state).close("figcaption");
    page.open(
        "svg",
        "viewBox",
        "0 0 " + (LEFT + 60 * MINUTE + 14) + " " + (TOP + rows.size() * ROW),
        "class",
        "hours",
        "role",
        "img",
        "aria-label",
        series + ", " + day + ": " + state);
    for (int minute = 0; minute <= 60; minute += 15) {
      page.element(
          "text",
          String.format(Locale.ROOT, ":%02d", minute % 60),
          "x",
          Integer.toString(LEFT + minute * MINUTE - 6),
          "y",
          "10");
    }
    for (int row = 0; row < rows.size(); row++) {
      page.element(
          "text",
          String.format(Locale.ROOT, "%02d:00", rows.get(row)),
          "x",
          "0",
          "y",
          Integer.toString(TOP + row * ROW + HEIGHT));
    }
    path(page, "v3", here);
    path(page, "gap", gone);
    page.close("svg").close("figure");
  }

  private static void path(Markup page, String style, StringBuilder path) {
    if (path.length() > 0) {
      page.open("path", "class", style, "d", path.toString()).closeInline("path");
    }
  }

  private static void hours(ReplayAccount.Minutes run, TreeSet<Integer> hours) {
    Instant at = run.from();
    while (at.isBefore(run.to())) {
      int hour = at.atOffset(ZoneOffset.UTC).getHour();
      hours.add(hour);
      at = nextHour(at);
    }
  }

  private static void draw(ReplayAccount.Minutes run, List<Integer> rows, StringBuilder path) {
    Instant at = run.from();
    while (at.isBefore(run.to())) {
      Instant end = nextHour(at).isBefore(run.to()) ? nextHour(at) : run.to();
      int hour = at.atOffset(ZoneOffset.UTC).getHour();
      int x = LEFT + at.atOffset(ZoneOffset.UTC).getMinute() * MINUTE;
      int y = TOP + rows.indexOf(hour) * ROW;
      long width = Duration.between(at, end).toMinutes() * MINUTE;
      if (run.complete()) {
        append(path, "M%d %dh%dv%dh-%dz", x, y, width, HEIGHT, width);
      } else {
        append(path, "M%d %dh%d", x, y + HEIGHT / 2, width);
        append(path, "M%d %dv%dm%d 0v-%d", x + 1, y, HEIGHT, width - 2, HEIGHT);
      }
      at = end;
    }
  }

  private static void append(StringBuilder path, String form, Object... numbers) {
    path.append(String.format(Locale.ROOT, form, numbers));
  }

  private static Instant nextHour(Instant at) {
    long hours = at.getEpochSecond() / HOUR.toSeconds();
    return Instant.ofEpochSecond((hours + 1) * HOUR.toSeconds());
  }
}
