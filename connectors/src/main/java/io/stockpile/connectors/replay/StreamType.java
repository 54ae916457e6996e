package io.stockpile.connectors.replay;

import java.util.Locale;

/** The streams that Replay has. */
public enum StreamType {
  /** What the rules of the Replay stream match. */
  POWERTRACK,
  /** A tenth of all, the Decahose. */
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
}
