package io.stockpile.pipeline.text;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Numbers and lists as people read them, the same on every machine. */
public final class HumanText {
  private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB"};
  private static final int SHOWN = 3;

  private HumanText() {}

  /** {@code 1,234,567}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 unit}, {@code 2 units}. */
  public static String count(long number, String word) {
    return count(number) + " " + word + (number == 1 ? "" : "s");
  }

  /** {@code 12.3 MB}, in powers of ten. */
  public static String bytes(double bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 999.95 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
  }

  /** {@code 12 s}, {@code 3 min 05 s}, {@code 2 h 07 min}. */
  public static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
    return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
  }

  /** The first few of a list, and how many more there are. */
  public static String shortList(List<String> all) {
    String shown = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
    return all.size() <= SHOWN ? shown : shown + " and " + count(all.size() - SHOWN) + " more";
  }

  /** The series without its source: {@code prices/daily} of {@code acme/prices/daily}. */
  public static String kind(String series) {
    return series.substring(series.indexOf('/') + 1);
  }
}
