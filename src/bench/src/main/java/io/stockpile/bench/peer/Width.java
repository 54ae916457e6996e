package io.stockpile.bench.peer;

import java.util.Locale;

/** How much of a message the peer's job keeps. */
public enum Width {
  /** The 34 columns of the usual analysis job. */
  NARROW,
  /** Every column of the archive's table that the data has a value for, nested as there. */
  WIDE;

  /** The job of this width. */
  public PeerJob job() {
    return switch (this) {
      case NARROW -> new NarrowJob();
      case WIDE -> new WideJob();
    };
  }

  /**
   * The width of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Width named(String name) {
    for (Width width : values()) {
      if (width.toString().equals(name)) {
        return width;
      }
    }
    throw new IllegalArgumentException(
        "there is no peer '" + name + "'; there are narrow and wide");
  }

  /** The name in options and reports. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
