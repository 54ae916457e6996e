package io.stockpile.pipeline.erase.tombstones;

import java.util.Arrays;
import java.util.Optional;

/** Why something is to be erased. */
public enum Cause {
  /** It was deleted at the source. */
  DELETED("deleted", true),
  /** The user had the places removed ({@code scrub_geo}). */
  SCRUBBED("scrubbed", true),
  /** The user of this program asked for it, by {@code --ids}. */
  ASKED("asked", true),
  /** The user's tweets are protected. */
  PROTECTED("protected", false),
  /** The user is suspended. */
  SUSPENDED("suspended", false),
  /** It is withheld in some countries. */
  WITHHELD("withheld", false),
  /** The tweet must not be shown for now. */
  DROPPED("dropped", false);

  private final String label;
  private final boolean always;

  Cause(String label, boolean always) {
    this.label = label;
    this.always = always;
  }

  /** The word for it in files and options. */
  public String label() {
    return label;
  }

  /** Whether it applies without {@code --alsoErase}. */
  public boolean always() {
    return always;
  }

  /** The cause with this label; empty when there is none. */
  public static Optional<Cause> labelled(String label) {
    return Arrays.stream(values()).filter(cause -> cause.label.equals(label)).findFirst();
  }
}
