package io.stockpile.bench.data;

import java.util.Locale;

/** The generation of message lines to write. */
public enum MessageShape {
  /** The message object alone. */
  BARE,
  /** The message object as {@code data}, beside {@code object}, {@code action} and {@code time}. */
  ENVELOPE;

  /**
   * The shape of that name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static MessageShape named(String name) {
    for (MessageShape shape : values()) {
      if (shape.toString().equals(name)) {
        return shape;
      }
    }
    throw new IllegalArgumentException(
        "there is no shape '" + name + "'; there are bare and envelope");
  }

  /** The name in options and facts. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
