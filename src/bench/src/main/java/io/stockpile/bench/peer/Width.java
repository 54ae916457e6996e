package io.stockpile.bench.peer;

import io.stockpile.bench.data.Shape;
import java.util.Locale;

/** How much of a record the peer's job keeps. */
public enum Width {
  /** The columns of the usual analysis job. */
  NARROW,
  /** Every column of the archive's tables for which the data has values, with the same nesting. */
  WIDE;

  /** The job of this width for records of this shape. */
  public PeerJob job(Shape shape) {
    return switch (shape) {
      case BARE, ENVELOPE -> this == NARROW ? new NarrowMessages() : new WideMessages();
      case ACTIVITIES -> this == NARROW ? new NarrowActivities() : new WideActivities();
      case TWEETS -> this == NARROW ? new NarrowTweets() : new WideTweets();
    };
  }

  /**
   * The width with this name.
   *
   * @throws IllegalArgumentException when there is no such width
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

  /** The name of the width in options and reports. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
