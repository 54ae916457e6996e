package io.stockpile.pipeline.report;

import java.util.Locale;

/** How urgent a finding is, the most urgent first. */
public enum Severity {
  /** Something must be done, and there is a command for it. */
  ACT("needs a hand"),
  /** It may be right or wrong: somebody has to look. */
  LOOK("worth a look"),
  /** Nothing can be done, or nothing must be. */
  NOTE("good to know");

  private final String meaning;

  Severity(String meaning) {
    this.meaning = meaning;
  }

  /** Its name for scripts, such as {@code act}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name for people, such as {@code needs a hand}. */
  public String meaning() {
    return meaning;
  }
}
