package io.stockpile.connectors.replay.units;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The streams that Replay has. */
public enum StreamType {
  /** The activities that the rules of the Replay stream match. */
  POWERTRACK,
  /** A tenth of all activities: the Decahose. */
  SAMPLE10,
  /** All. */
  FIREHOSE,
  /** Mentions. */
  MENTIONS,
  /** Deletions, withheld content and the like. */
  COMPLIANCE;

  /** As URLs, keys and options have it, for example {@code powertrack}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type whose {@link #label} this is, if any. */
  public static Optional<StreamType> ofLabel(String label) {
    return Arrays.stream(values()).filter(type -> type.label().equals(label)).findFirst();
  }
}
