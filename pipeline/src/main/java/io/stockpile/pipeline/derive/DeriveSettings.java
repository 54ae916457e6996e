package io.stockpile.pipeline.derive;

import io.stockpile.pipeline.parquet.WriterSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * How a unit's tables are built.
 *
 * @param maxDateSkew a row whose event lies further than this outside the unit's range is rejected
 * @param maxRejectedShare the greatest share of rejected lines among the lines that are not blank,
 *     from 0 to 1; a unit with a greater one fails
 * @param maxLineBytes a line with more bytes is rejected; the line end does not count; at least 1
 */
public record DeriveSettings(
    Duration maxDateSkew, double maxRejectedShare, int maxLineBytes, WriterSettings writer)
    implements Serializable {

  public DeriveSettings {
    if (maxDateSkew.isNegative()) {
      throw new IllegalArgumentException("The greatest date skew is negative: " + maxDateSkew);
    }
    if (!(maxRejectedShare >= 0 && maxRejectedShare <= 1)) {
      throw new IllegalArgumentException(
          "The greatest rejected share is not within 0 and 1: " + maxRejectedShare);
    }
    if (maxLineBytes < 1 || maxLineBytes > 1 << 30) {
      throw new IllegalArgumentException(
          "The greatest line length is not within 1 and 1073741824 bytes: " + maxLineBytes);
    }
  }

  /** The settings of a job whose options say nothing else. */
  public static DeriveSettings defaults() {
    return new DeriveSettings(Duration.ofDays(7), 0.5, 16 << 20, WriterSettings.defaults());
  }

  public DeriveSettings withMaxRejectedShare(double changed) {
    return new DeriveSettings(maxDateSkew, changed, maxLineBytes, writer);
  }
}
