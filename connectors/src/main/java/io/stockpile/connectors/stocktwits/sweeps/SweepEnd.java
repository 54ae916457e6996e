package io.stockpile.connectors.stocktwits.sweeps;

import java.util.Locale;

/** Why a sweep asked for no older page. */
public enum SweepEnd {
  /** It reached records that the archive holds already. */
  MET,
  /** It reached the day that was asked for. */
  FROM,
  /** The service has nothing older, or shows nothing older. */
  END,
  /** It was interrupted by its budget, by a fault, or by the end of the process. */
  CUT;

  /** Its word in manifests. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
