package io.stockpile.connectors.stocktwits.sweeps;

import java.util.Locale;

/** Why a sweep asked for no older page. */
public enum SweepEnd {
  /** It met what the archive holds. */
  MET,
  /** It came to the day that was asked for. */
  FROM,
  /** The service has nothing older, or shows nothing older. */
  END,
  /** It was cut short: by its budget, by a fault, or by the process's end. */
  CUT;

  /** Its word in manifests. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
