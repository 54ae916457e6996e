package io.stockpile.connectors.files;

import io.stockpile.connectors.firestream.FileType;
import java.util.Locale;

/** Kinds of files that can be imported. */
public enum FileKind {
  /** Firestream's messages. */
  MESSAGE,
  /** Firestream's activity. */
  ACTIVITY,
  /** Twitter's tweets. */
  TWEET,
  /** Twitter's compliance events. */
  COMPLIANCE;

  /** The word for it in file names and options. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FileKind of(FileType type) {
    return valueOf(type.name());
  }

  static FileKind of(TwitterFileType type) {
    return valueOf(type.name());
  }

  boolean isTwitters() {
    return this == TWEET || this == COMPLIANCE;
  }
}
