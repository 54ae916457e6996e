package io.stockpile.pipeline.report.page.picture;

import io.stockpile.pipeline.report.facts.DayFacts;
import io.stockpile.pipeline.report.facts.DayState;
import io.stockpile.pipeline.text.HumanText;
import java.util.List;

/**
 * Four shades for the number of lines of a day. Their bounds are the quartiles of those complete
 * days of the series that have lines.
 *
 * @param bounds the least number of lines for the second, third and fourth shade
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

  /** The shade from 1 (fewest lines) to 4; 0 for a day without lines. */
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

  /** The meaning of a shade, for the legend. */
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
