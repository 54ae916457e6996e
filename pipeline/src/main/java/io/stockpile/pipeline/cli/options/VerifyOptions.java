package io.stockpile.pipeline.cli.options;

import io.stockpile.pipeline.cli.options.shared.ArchiveOptions;
import io.stockpile.pipeline.cli.options.shared.DayOptions;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** The options of {@code verify}. */
public interface VerifyOptions extends ArchiveOptions, DayOptions {
  @Description(
      "Look as well for what is to be gone: in the columns of ids of all tables, in rejected lines"
          + " and in every line of the landed bytes. Example: --erased")
  @Default.Boolean(false)
  boolean getErased();

  void setErased(boolean value);
}
