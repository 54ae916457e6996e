package io.stockpile.bench.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kind and format of the records in a data set; each line is one record. */
public enum Shape {
  /** StockTwits messages; the line is the message object. */
  BARE,
  /**
   * StockTwits messages in an envelope with {@code object}, {@code action}, {@code time} and {@code
   * data}, the message object.
   */
  ENVELOPE,
  /** StockTwits likes, follows and blocks in the same envelope. */
  ACTIVITIES,
  /** Tweets in the native format, in answers of Gnip's Replay. */
  TWEETS;

  /**
   * The shape with this name.
   *
   * @throws IllegalArgumentException when there is no such shape
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

  /** The name of the shape in options and facts. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
