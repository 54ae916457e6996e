package io.stockpile.pipeline.report.page.picture;

import java.util.List;
import java.util.Locale;

/** A bar chart that begins at 0. */
public final class BarChart {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 72;
  private static final int LABELS = 14;

  /** The width of a digit in a label, in pixels. */
  private static final double CHARACTER = 6.5;

  private BarChart() {}

  /**
   * A bar.
   *
   * @param label the label on the axis; empty for none
   */
  public record Bar(String label, double value) {}

  /**
   * Draws the bars.
   *
   * @param name the text for screen readers
   * @param top the value of a bar with full height
   */
  public static void write(Markup page, String name, List<Bar> bars, double top) {
    page.open(
        "svg",
        "viewBox",
        "0 0 " + WIDTH + " " + (HEIGHT + LABELS),
        "class",
        "bars",
        "role",
        "img",
        "aria-label",
        name);
    double pitch = (double) WIDTH / Math.max(12, bars.size());
    double gap = Math.min(3, pitch * 0.25);
    StringBuilder path = new StringBuilder();
    double free = 0;
    for (int at = 0; at < bars.size(); at++) {
      Bar bar = bars.get(at);
      double x = at * pitch;
      double height = top <= 0 ? 0 : Math.min(1, bar.value() / top) * (HEIGHT - 2);
      if (bar.value() > 0) {
        double shown = Math.max(1, height);
        path.append(
            "M%s %sh%sv%sh-%sz"
                .formatted(
                    number(x),
                    number(HEIGHT - shown),
                    number(pitch - gap),
                    number(shown),
                    number(pitch - gap)));
      }
      double end = x + bar.label().length() * CHARACTER;
      if (!bar.label().isEmpty() && x >= free && end <= WIDTH) {
        page.element("text", bar.label(), "x", number(x), "y", Integer.toString(HEIGHT + 12));
        free = end + CHARACTER;
      }
    }
    page.open("path", "class", "axis", "d", "M0 " + HEIGHT + ".5h" + WIDTH).closeInline("path");
    page.open("path", "class", "v3", "d", path.toString()).closeInline("path");
    page.close("svg");
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
