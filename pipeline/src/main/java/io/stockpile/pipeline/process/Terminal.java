package io.stockpile.pipeline.process;

import io.stockpile.connectors.http.Surroundings;

/** Whether somebody looks at stderr. */
public final class Terminal {
  private Terminal() {}

  /**
   * The launcher, which can ask the system, says so in {@code STOCKPILE_TERMINAL} (0 or 1). Without
   * it, a console on a terminal that can move its cursor is taken for one.
   */
  public static boolean isThere(Surroundings surroundings) {
    return surroundings
        .environment()
        .apply("STOCKPILE_TERMINAL")
        .map("1"::equals)
        .orElseGet(
            () ->
                System.console() != null
                    && surroundings
                        .environment()
                        .apply("TERM")
                        .filter(term -> !term.equals("dumb"))
                        .isPresent());
  }
}
