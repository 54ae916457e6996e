package io.stockpile.pipeline.report;

import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.manifest.Manifest;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ReplayAccount;
import io.stockpile.pipeline.report.facts.SeriesFacts;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.unit.SeriesGuide.Obtainable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds time of a series that is missing or not in order. */
final class CoverageRule {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration RECENT = Duration.ofDays(2);
  private static final Duration GIVEN_UP = Duration.ofDays(45);
  private static final int SETTLED_TIMES = 3;
  private static final Duration SETTLED_FOR = Duration.ofDays(7);

  private final SeriesFacts series;
  private final Instant now;
  private final List<Finding> findings = new ArrayList<>();

  private CoverageRule(SeriesFacts series, Instant now) {
    this.series = series;
    this.now = now;
  }

  static List<Finding> findings(SeriesFacts series, Instant now) {
    CoverageRule rule = new CoverageRule(series, now);
    List<InventoryEntry> run = new ArrayList<>();
    for (InventoryEntry unit : series.units()) {
      if (!run.isEmpty() && !continues(run.get(run.size() - 1), unit)) {
        rule.judge(run);
        run.clear();
      }
      run.add(unit);
    }
    if (!run.isEmpty()) {
      rule.judge(run);
      rule.stopped();
    }
    return rule.findings;
  }

  private static boolean continues(InventoryEntry before, InventoryEntry next) {
    return before.state() == next.state()
        && before.to().equals(next.from())
        && before.state() != InventoryEntry.State.UNREADABLE
        && isSettled(before) == isSettled(next);
  }

  /**
   * Whether the source said often enough, and over a long enough time, that it does not have the
   * unit.
   */
  private static boolean isSettled(InventoryEntry unit) {
    return unit.manifest()
        .flatMap(Manifest::absent)
        .filter(absent -> absent.times() >= SETTLED_TIMES)
        .filter(
            absent ->
                Duration.between(absent.firstSeen(), absent.lastSeen()).compareTo(SETTLED_FOR) >= 0)
        .isPresent();
  }

  private void judge(List<InventoryEntry> run) {
    InventoryEntry first = run.get(0);
    Instant from = first.from();
    Instant to = run.get(run.size() - 1).to();
    switch (first.state()) {
      case COMPLETE -> {}
      case INCOMPLETE -> run.forEach(this::minutes);
      case MISSING -> missing(from, to);
      case ABSENT -> absent(run, from, to);
      case LANDED ->
          add(
              Rule.UNIT_LANDED,
              Severity.ACT,
              from,
              to,
              "The bytes of " + span(from, to) + " are here, but no tables were built of them.",
              series.guide().derive(from, to));
      case TORN ->
          add(
              Rule.UNIT_TORN,
              Severity.ACT,
              from,
              to,
              span(from, to)
                  + " was being replaced when something stopped; the next run does it"
                  + " again.",
              series.guide().derive(from, to));
      case UNREADABLE ->
          add(
              Rule.UNIT_UNREADABLE,
              Severity.ACT,
              from,
              to,
              "What proves "
                  + span(from, to)
                  + " cannot be read; `verify` says why. Bring it back from a copy, or remove it"
                  + " and build the tables again from the landed bytes.",
              series.guide().derive(from, to));
    }
  }

  private void minutes(InventoryEntry unit) {
    List<ReplayAccount.Minutes> gaps =
        unit.minutes().stream().filter(minutes -> !minutes.complete()).toList();
    if (gaps.isEmpty()) {
      return;
    }
    Optional<Obtainable> rest =
        gaps.stream()
            .map(gap -> series.guide().obtainable(gap.from(), gap.to(), now))
            .flatMap(Optional::stream)
            .findFirst();
    long missing =
        gaps.stream().mapToLong(gap -> Duration.between(gap.from(), gap.to()).toMinutes()).sum();
    Map<String, Number> values = new LinkedHashMap<>();
    values.put("minutes", missing);
    values.put("of_minutes", Duration.between(unit.from(), unit.to()).toMinutes());
    values.put("spans", gaps.size());
    String message =
        HumanText.count(missing, "minute")
            + " of "
            + span(unit.from(), unit.to())
            + " did not come: "
            + HumanText.shortList(gaps.stream().map(this::asked).toList())
            + ".";
    add(
        Rule.MINUTES_MISSING,
        rest.isPresent() ? Severity.ACT : Severity.NOTE,
        unit.from(),
        unit.to(),
        message + (rest.isPresent() ? "" : " They cannot be had any more."),
        values,
        rest.isPresent() ? series.guide().fetch(unit.from(), unit.to()) : "",
        rest.flatMap(Obtainable::until));
  }

  private String asked(ReplayAccount.Minutes gap) {
    return series.time(gap.from())
        + " to "
        + series.time(gap.to())
        + " (asked for "
        + HumanText.count(gap.attempts(), "time")
        + ")";
  }

  private void missing(Instant from, Instant to) {
    if (series.step().isPresent()) {
      lost(Rule.DAY_MISSING, from, to, "Nothing is known of " + span(from, to) + ".");
    } else {
      lost(
          Rule.RANGE_MISSING,
          from,
          to,
          "Nothing is here from "
              + series.time(from)
              + " to "
              + series.time(to)
              + ", between two ranges that were asked for.");
    }
  }

  /** Adds a finding about something that can be requested again as long as the source has it. */
  private void lost(Rule rule, Instant from, Instant to, String what) {
    Optional<Obtainable> found = series.guide().obtainable(from, to, now);
    Map<String, Number> values = length(from, to);
    if (found.isEmpty()) {
      String gone = what + " It cannot be had now.";
      add(rule, Severity.NOTE, from, to, gone, values, "", Optional.empty());
      return;
    }
    Obtainable rest = found.get();
    add(
        rule,
        Severity.ACT,
        from,
        to,
        what,
        values,
        series.guide().fetch(rest.from(), rest.to()),
        rest.until());
  }

  private void absent(List<InventoryEntry> run, Instant from, Instant to) {
    int times = 0;
    Instant last = Instant.MIN;
    String said = "";
    for (InventoryEntry unit : run) {
      Optional<ManifestContent.Absent> absence = unit.manifest().flatMap(Manifest::absent);
      if (absence.isPresent()) {
        times = Math.max(times, absence.get().times());
        last = absence.get().lastSeen().isAfter(last) ? absence.get().lastSeen() : last;
        said = absence.get().message().replaceAll("\\p{Cntrl}+", " ");
      }
    }
    Map<String, Number> values = length(from, to);
    values.put("asked", times);
    String asked =
        times == 0
            ? ""
            : " Asked "
                + HumanText.count(times, "time")
                + ", the last on "
                + last.truncatedTo(ChronoUnit.MINUTES).toString().replace(":00Z", "Z")
                + (said.isEmpty() ? "." : ": " + said);
    add(
        Rule.DAY_ABSENT,
        isSettled(run.get(0)) ? Severity.NOTE : Severity.ACT,
        from,
        to,
        "The source does not have " + span(from, to) + "." + asked,
        values,
        series.guide().fetch(from, to),
        Optional.empty());
  }

  private void stopped() {
    Instant end = series.units().get(series.units().size() - 1).to();
    Duration since = Duration.between(end, now);
    if (since.compareTo(RECENT) <= 0 || since.compareTo(GIVEN_UP) >= 0) {
      return;
    }
    Instant today =
        now.truncatedTo(series.step().isPresent() ? ChronoUnit.DAYS : ChronoUnit.MINUTES);
    lost(
        Rule.SERIES_STOPPED,
        end,
        today,
        "The newest that is here ends at "
            + series.time(end)
            + ", "
            + HumanText.count(since.toDays(), "day")
            + " ago.");
  }

  private void add(
      Rule rule, Severity severity, Instant from, Instant to, String message, String command) {
    add(rule, severity, from, to, message, length(from, to), command, Optional.empty());
  }

  private void add(
      Rule rule,
      Severity severity,
      Instant from,
      Instant to,
      String message,
      Map<String, Number> values,
      String command,
      Optional<Instant> until) {
    findings.add(
        new Finding(rule, severity, series.name(), from, to, message, values, command, until));
  }

  private Map<String, Number> length(Instant from, Instant to) {
    Map<String, Number> values = new LinkedHashMap<>();
    Duration length = Duration.between(from, to);
    if (series.step().isPresent()) {
      values.put("days", length.toDays());
    } else {
      values.put("minutes", length.toMinutes());
    }
    return values;
  }

  /**
   * The span for messages: a day as {@code 2016-12-05}; several days by the first, the last and
   * their number; minutes as a range.
   */
  private String span(Instant from, Instant to) {
    if (series.step().isEmpty()) {
      return series.time(from) + " to " + series.time(to);
    }
    long days = Duration.between(from, to).dividedBy(DAY);
    String first = from.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    return days == 1
        ? first
        : first
            + " to "
            + to.minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate()
            + " ("
            + HumanText.count(days, "day")
            + ")";
  }
}
