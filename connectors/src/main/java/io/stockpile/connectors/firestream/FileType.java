package io.stockpile.connectors.firestream;

import java.util.Locale;

/**
 * The two kinds of file of the Firestream daily backups. Source: the service's backup
 * documentation, {@code file_type}.
 */
public enum FileType {
  /** Messages: created and destroyed. */
  MESSAGE,
  /** Friendships, blocks and likes: created and destroyed. */
  ACTIVITY;

  /** The name in the service's URLs, in options and in the archive's layout. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
