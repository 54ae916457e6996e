package io.stockpile.pipeline.report;

import io.stockpile.pipeline.inventory.InventoryEntry;
import io.stockpile.pipeline.manifest.IdHistory;
import io.stockpile.pipeline.manifest.ReplayAccount;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Reports about invented archives, for tests of how they are shown. */
public final class SampleReports {
  /** Characters with a meaning in markup, shells or metrics, so that they must be escaped. */
  public static final String HOSTILE =
      "minutes/x\"><img src=x onerror=alert(1)><script>alert('2')</script>&amp;\\\n}{\u202E";

  private static final long ID = 1_000_000;
  private static final Instant SEEN = Instant.parse("2026-06-29T00:00:00Z");

  private SampleReports() {}

  /** Fifteen years of two types, with holes, quiet weekends, growth, and days of every state. */
  public static ArchiveReport fifteenYears() {
    FictionalArchive archive = new FictionalArchive(Instant.parse("2026-06-30T08:00:00Z"));
    Random random = new Random(15);
    FictionalArchive.Days messages = archive.days("files/message", "stocktwits/messages");
    FictionalArchive.Days activities = archive.days("files/activity", "stocktwits/message_likes");
    LocalDate first = LocalDate.of(2011, 7, 1);
    LocalDate end = LocalDate.of(2026, 6, 30);
    for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
      double grown = 2_000 + 12.0 * ChronoUnit.DAYS.between(first, day);
      boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
      boolean holiday = day.getMonthValue() == 12 && day.getDayOfMonth() == 25;
      double volume = grown * (weekend || holiday ? 0.25 : 1) * (0.85 + 0.3 * random.nextDouble());
      messages.complete(day, Math.round(volume));
      if (!day.isBefore(LocalDate.of(2014, 1, 1))) {
        activities.complete(day, Math.round(volume * 3));
      }
    }
    for (int day = 8; day <= 17; day++) {
      messages.in(LocalDate.of(2013, 4, day), InventoryEntry.State.MISSING);
    }
    messages.in(LocalDate.of(2026, 6, 9), InventoryEntry.State.ABSENT);
    messages.in(LocalDate.of(2026, 6, 10), InventoryEntry.State.ABSENT);
    messages.complete(LocalDate.of(2026, 6, 17), 3_300);
    messages.rejecting(LocalDate.of(2026, 5, 20), 66_000, 4_200);
    messages.in(LocalDate.of(2026, 6, 24), InventoryEntry.State.LANDED);
    messages.in(LocalDate.of(2024, 2, 29), InventoryEntry.State.TORN);
    activities.in(LocalDate.of(2021, 1, 28), InventoryEntry.State.UNREADABLE);
    activities.complete(LocalDate.of(2021, 1, 27), 900_000);
    messages.end();
    activities.end();
    archive.ranges("minutes/powertrack/acme/prod", minutes(Instant.parse("2026-06-27T00:00:00Z")));
    return ArchiveReport.of(archive.facts("s3://example-bucket/archive"));
  }

  /** Three days of minutes, of which some are missing. */
  private static List<List<ReplayAccount.Minutes>> minutes(Instant midnight) {
    List<List<ReplayAccount.Minutes>> ranges = new ArrayList<>();
    for (int day = -4; day < 2; day++) {
      Instant start = midnight.plus(day, ChronoUnit.DAYS);
      Instant first = start.plus(617, ChronoUnit.MINUTES);
      Instant end = start.plus(1, ChronoUnit.DAYS);
      ranges.add(
          List.of(
              new ReplayAccount.Minutes(start, first, true, 1),
              new ReplayAccount.Minutes(first, first.plus(1, ChronoUnit.MINUTES), false, 4),
              new ReplayAccount.Minutes(
                  first.plus(1, ChronoUnit.MINUTES), end.minus(95, ChronoUnit.MINUTES), true, 1),
              new ReplayAccount.Minutes(
                  end.minus(95, ChronoUnit.MINUTES), end.minus(61, ChronoUnit.MINUTES), false, 3),
              new ReplayAccount.Minutes(end.minus(61, ChronoUnit.MINUTES), end, true, 2)));
    }
    return ranges;
  }

  /**
   * A day of looks at three streams: one without holes, one with holes of two kinds, one with many
   * holes.
   */
  public static ArchiveReport looksWithHoles() {
    FictionalArchive archive = new FictionalArchive(Instant.parse("2026-06-30T08:00:00Z"));
    archive.looks("looks/symbol/AAPL", 24, new IdHistory(List.of(range(1, 900)), List.of()));
    archive.looks(
        "looks/symbol/TSLA",
        24,
        new IdHistory(
            List.of(range(100, 400), range(430, 600), range(601, 900)),
            List.of(gap(0, 100, false), gap(400, 430, true), gap(600, 601, false))));
    List<IdHistory.Range> ranges = new ArrayList<>();
    List<IdHistory.Gap> gaps = new ArrayList<>();
    for (int hour = 0; hour < 500; hour++) {
      ranges.add(range(100L * hour, 100L * hour + 60));
      if (hour > 0) {
        gaps.add(gap(100L * hour - 40, 100L * hour, false));
      }
    }
    archive.looks("looks/all", 500, new IdHistory(ranges, gaps));
    return ArchiveReport.of(archive.facts());
  }

  private static IdHistory.Range range(long oldest, long newest) {
    return new IdHistory.Range(
        oldest * ID,
        newest * ID,
        3,
        SEEN.plusSeconds(newest),
        Optional.of(SEEN.plusSeconds(oldest)));
  }

  private static IdHistory.Gap gap(long above, long below, boolean forGood) {
    return new IdHistory.Gap(above * ID, below * ID, forGood);
  }

  /** A month of days, of which two are absent and one has a twentieth of the others' lines. */
  public static ArchiveReport aMonthWithThreeBadDays() {
    FictionalArchive archive = new FictionalArchive(Instant.parse("2017-01-02T08:00:00Z"));
    FictionalArchive.Days days = archive.days("files/message", "stocktwits/messages");
    LocalDate first = LocalDate.of(2016, 12, 1);
    for (LocalDate day = first; day.isBefore(first.plusMonths(1)); day = day.plusDays(1)) {
      boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
      days.complete(day, (weekend ? 600 : 2_000) + day.getDayOfMonth() * 7L);
    }
    days.in(LocalDate.of(2016, 12, 7), InventoryEntry.State.ABSENT);
    days.in(LocalDate.of(2016, 12, 20), InventoryEntry.State.ABSENT);
    days.complete(LocalDate.of(2016, 12, 14), 105);
    return ArchiveReport.of(days.end().facts());
  }

  /** A series with a hostile name. */
  public static ArchiveReport hostile() {
    FictionalArchive archive = new FictionalArchive(Instant.parse("2026-06-30T08:00:00Z"));
    archive.ranges(HOSTILE, minutes(Instant.parse("2026-06-27T00:00:00Z")));
    return ArchiveReport.of(archive.facts("/data/</title><script>alert(3)</script>"));
  }
}
