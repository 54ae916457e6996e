package io.stockpile.pipeline.report.page.picture;

import io.stockpile.pipeline.report.facts.DayState;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Draws the days of one picture as few SVG paths. Every state has a shape of its own, so that
 * nobody must tell states by colour. Not thread-safe.
 */
public final class Cells {
  /** The distance between the left (or upper) edges of two neighbouring days, in pixels. */
  static final int PITCH = 13;

  private static final int SIZE = 9;

  private final Map<String, StringBuilder> paths = new LinkedHashMap<>();

  /** Adds a day with its upper left corner at this position. */
  public void add(DayState state, int shade, boolean unusual, int x, int y) {
    switch (state) {
      case COMPLETE -> square("v" + shade, x, y);
      case PART -> {
        square("open", x, y);
        path("part", x, y + 5, "h9v4h-9z");
      }
      case INCOMPLETE -> {
        square("bad", x, y);
        path("warn", x, y, "h9l-9 9z");
      }
      case ABSENT -> {
        square("bad", x, y);
        path("cross", x + 2, y + 2, "l5 5m0-5l-5 5");
      }
      case MISSING -> square("missing", x, y);
      case LANDED -> {
        square("bad", x, y);
        path("dot", x + 3, y + 3, "h3v3h-3z");
      }
      case TORN -> {
        square("bad", x, y);
        path("cross", x + 1, y + 7, "l2-5l2 5l2-5l1 5");
      }
      case UNREADABLE -> {
        square("bad", x, y);
        path("cross", x + 2, y + 1, "v7m2.5 0v-7m2.5 0v7");
      }
    }
    if (unusual) {
      path("ring", x - 2, y - 2, "h13v13h-13z");
    }
  }

  private void square(String style, int x, int y) {
    path(style, x, y, "h" + SIZE + "v" + SIZE + "h-" + SIZE + "z");
  }

  private void path(String style, int x, int y, String rest) {
    paths
        .computeIfAbsent(style, name -> new StringBuilder())
        .append('M')
        .append(x)
        .append(' ')
        .append(y)
        .append(rest);
  }

  public void write(Markup page) {
    paths.forEach(
        (style, path) ->
            page.open("path", "class", style, "d", path.toString()).closeInline("path"));
  }
}
