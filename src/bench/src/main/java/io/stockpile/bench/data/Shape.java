package io.stockpile.bench.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the lines of a data set are. */
public enum Shape {
  /** StockTwits messages: the message object alone. */
  BARE,
  /** The message object as {@code data}, beside {@code object}, {@code action} and {@code time}. */
  ENVELOPE,
  /** StockTwits likes, follows and blocks, in the same envelope. */
  ACTIVITIES,
  /** Tweets in the native format, as answers of Gnip's Replay. */
  TWEETS;

  /**
   * The shape of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Shape named(String name) {
    for (Shape shape : values()) {
      if (shape.toString().equals(name)) {
        return shape;
      }
    }
    String names = Arrays.stream(values()).map(Shape::toString).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("there is no shape '" + name + "'; there are " + names);
  }

  /** The name in options and facts. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
