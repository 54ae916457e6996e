package io.stockpile.pipeline.report.page.picture;

import io.stockpile.pipeline.manifest.IdHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Ids as one horizontal band, the oldest on the left. Held ids are filled, missing ids are a line
 * between two strokes, and ids that are lost for good are dots. Widths are proportional to the
 * number of ids, but no piece is too narrow to be seen.
 */
public final class IdBand {
  private static final int WIDTH = 320;
  private static final int TOP = 3;
  private static final int HEIGHT = 12;
  private static final int LABELS = 14;
  private static final double LEAST = 5;

  /** How many of the newest ranges are drawn. */
  private static final int RANGES = 24;

  private IdBand() {}

  /** The meaning of a piece of the band. */
  public enum State {
    HELD,
    MISSING,
    GONE;

    static State of(IdHistory.Gap gap) {
      return gap.forGood() ? GONE : MISSING;
    }
  }

  private record Piece(State state, long ids) {}

  /** How many ranges are left out of the picture. */
  public static int left(IdHistory ids) {
    return Math.max(0, ids.held().size() - RANGES);
  }

  /**
   * Draws the newest ranges.
   *
   * @param name the text for screen readers
   */
  public static void write(Markup page, String name, IdHistory ids) {
    List<IdHistory.Range> held = ids.held().subList(left(ids), ids.held().size());
    List<Piece> pieces = new ArrayList<>();
    for (IdHistory.Range range : held) {
      ids.gaps().stream()
          .filter(gap -> gap.below() == range.oldest())
          .forEach(gap -> pieces.add(new Piece(State.of(gap), gap.above() == 0 ? 0 : gap.ids())));
      pieces.add(new Piece(State.HELD, range.newest() - range.oldest() + 1));
    }
    page.open(
        "svg",
        "viewBox",
        "0 0 " + WIDTH + " " + (TOP + HEIGHT + LABELS),
        "class",
        "band",
        "role",
        "img",
        "aria-label",
        name);
    draw(page, pieces);
    String y = Integer.toString(TOP + HEIGHT + 11);
    String newest = Long.toString(held.get(held.size() - 1).newest());
    page.element("text", Long.toString(held.get(0).oldest()), "x", "0", "y", y);
    page.element("text", newest, "x", Integer.toString(WIDTH), "y", y, "text-anchor", "end");
    page.close("svg");
  }

  private static void draw(Markup page, List<Piece> pieces) {
    double all = pieces.stream().mapToDouble(Piece::ids).sum();
    double free = WIDTH - LEAST * pieces.size();
    StringBuilder here = new StringBuilder();
    StringBuilder missing = new StringBuilder();
    StringBuilder gone = new StringBuilder();
    double x = 0;
    for (Piece piece : pieces) {
      double width = LEAST + free * piece.ids() / all;
      switch (piece.state()) {
        case HELD -> add(here, State.HELD, x, TOP, width, HEIGHT);
        case MISSING -> add(missing, State.MISSING, x, TOP, width, HEIGHT);
        case GONE -> add(gone, State.GONE, x, TOP, width, HEIGHT);
      }
      x += width;
    }
    path(page, State.HELD, here);
    path(page, State.MISSING, missing);
    path(page, State.GONE, gone);
  }

  /** Draws a piece for the legend. */
  public static void key(Markup page, State state) {
    page.open("svg", "class", "key", "viewBox", "0 0 17 17", "aria-hidden", "true");
    StringBuilder path = new StringBuilder();
    add(path, state, 2, 4, 13, 9);
    path(page, state, path);
    page.closeInline("svg");
  }

  private static void add(
      StringBuilder path, State state, double x, int y, double width, int height) {
    switch (state) {
      case HELD -> append(path, "M%.1f %dh%.1fv%dh-%.1fz", x, y, width, height, width);
      case MISSING -> {
        append(path, "M%.1f %dv%d", x + 1, y, height);
        append(path, "M%.1f %dh%.1f", x + 1, y + height / 2, width - 2);
        append(path, "M%.1f %dv%d", x + width - 1, y, height);
      }
      case GONE -> append(path, "M%.1f %dh%.1f", x + 1, y + height / 2, width - 2);
    }
  }

  private static void path(Markup page, State state, StringBuilder path) {
    if (path.length() > 0) {
      String style =
          switch (state) {
            case HELD -> "v3";
            case MISSING -> "gap";
            case GONE -> "gone";
          };
      page.open("path", "class", style, "d", path.toString()).closeInline("path");
    }
  }

  private static void append(StringBuilder path, String form, Object... numbers) {
    path.append(String.format(Locale.ROOT, form, numbers));
  }
}
