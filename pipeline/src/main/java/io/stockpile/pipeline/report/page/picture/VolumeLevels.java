package io.stockpile.pipeline.report.page.picture;

import io.stockpile.pipeline.report.facts.DayFacts;
import io.stockpile.pipeline.report.facts.DayState;
import io.stockpile.pipeline.text.HumanText;
import java.util.List;

/**
 * Four shades for the lines of a day, by the quarters of a series' complete days that have any.
 *
 * @param bounds the least number of lines of the second, third and fourth shade
 */
public record VolumeLevels(List<Long> bounds) {
  static final int SHADES = 4;

  public VolumeLevels {
    bounds = List.copyOf(bounds);
  }

  public static VolumeLevels of(List<DayFacts> days) {
    List<Long> sorted =
        days.stream()
            .filter(day -> day.state() == DayState.COMPLETE && day.lines() > 0)
            .map(DayFacts::lines)
            .sorted()
            .toList();
    if (sorted.isEmpty()) {
      return new VolumeLevels(List.of(1L, 1L, 1L));
    }
    return new VolumeLevels(List.of(quarter(sorted, 1), quarter(sorted, 2), quarter(sorted, 3)));
  }

  private static long quarter(List<Long> sorted, int quarter) {
    return sorted.get(sorted.size() * quarter / SHADES);
  }

  /** From 1 for the least to 4; 0 for a day without a line. */
  public int shade(long lines) {
    if (lines == 0) {
      return 0;
    }
    int shade = 1;
    for (long bound : bounds) {
      if (lines >= bound) {
        shade++;
      }
    }
    return shade;
  }

  /** What a shade stands for. */
  public String meaning(int shade) {
    if (shade == 0) {
      return "without a line";
    }
    if (shade == 1) {
      return "fewer than " + HumanText.count(bounds.get(0)) + " lines";
    }
    return HumanText.count(bounds.get(shade - 2)) + " lines or more";
  }
}
