package io.stockpile.pipeline.report;

import java.util.Locale;

/** How much a finding asks of the reader, the most first. */
public enum Severity {
  /** Something is to be done, and there is a command for it. */
  ACT("needs a hand"),
  /** It may be right or wrong: somebody has to look. */
  LOOK("worth a look"),
  /** Good to know; nothing can be done, or nothing has to be. */
  NOTE("good to know");

  private final String meaning;

  Severity(String meaning) {
    this.meaning = meaning;
  }

  /** As scripts read it: {@code act}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people read it: {@code needs a hand}. */
  public String meaning() {
    return meaning;
  }
}
