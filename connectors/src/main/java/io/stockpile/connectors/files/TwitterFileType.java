package io.stockpile.connectors.files;

import java.util.Locale;

/** What a file of Twitter's records was recorded for. The lines themselves say what they are. */
public enum TwitterFileType {
  /** Tweets, of whichever format. */
  TWEET,
  /** Compliance events, of whichever version. */
  COMPLIANCE;

  /** The word in keys, manifests and options. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
