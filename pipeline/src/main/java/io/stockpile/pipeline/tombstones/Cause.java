package io.stockpile.pipeline.tombstones;

import java.util.Arrays;
import java.util.Optional;

/** Why something is to be gone. */
public enum Cause {
  /** It was deleted at its source. */
  DELETED("deleted", true),
  /** The user took the places back ({@code scrub_geo}). */
  SCRUBBED("scrubbed", true),
  /** Somebody asked for it, by {@code --ids}. */
  ASKED("asked", true),
  /** The user's tweets are protected. */
  PROTECTED("protected", false),
  /** The user is suspended. */
  SUSPENDED("suspended", false),
  /** It is withheld in some countries. */
  WITHHELD("withheld", false),
  /** The tweet is to be kept out of sight for now. */
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

  /** Whether it counts without being asked for by {@code --alsoErase}. */
  public boolean always() {
    return always;
  }

  /** The cause with the word. */
  public static Optional<Cause> labelled(String label) {
    return Arrays.stream(values()).filter(cause -> cause.label.equals(label)).findFirst();
  }
}
