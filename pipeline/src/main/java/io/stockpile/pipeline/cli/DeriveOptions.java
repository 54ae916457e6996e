package io.stockpile.pipeline.cli;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/**
 * The options of {@code derive}. It exists to build again, so that is what it does unless told
 * otherwise.
 */
public interface DeriveOptions
    extends ArchiveOptions, DayOptions, FileTypeOptions, DryRunOptions, DerivingOptions {
  @Description(
      "What to do with a unit that the archive already holds complete: skip it, replace it, or fail"
          + " before anything starts. Example: --onExisting=skip")
  @Default.String("replace")
  String getOnExisting();

  void setOnExisting(String value);
}
