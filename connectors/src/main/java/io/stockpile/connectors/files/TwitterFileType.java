package io.stockpile.connectors.files;

import java.util.Locale;

/**
 * What a file of Twitter's records was recorded for. The kind of each record is found out from the
 * record itself.
 */
public enum TwitterFileType {
  /** Tweets in any format. */
  TWEET,
  /** Compliance events of any version. */
  COMPLIANCE;

  /** The word for it in keys, manifests and options. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
