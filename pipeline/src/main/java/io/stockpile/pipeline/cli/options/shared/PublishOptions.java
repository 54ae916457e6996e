package io.stockpile.pipeline.cli.options.shared;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Whether the tables are published when a run is at its end. */
public interface PublishOptions extends CatalogOptions {
  @Description(
      "Make what the run committed visible in the Iceberg tables at its end, as `stockpile catalog`"
          + " does. Example: --publish")
  @Default.Boolean(false)
  boolean getPublish();

  void setPublish(boolean value);
}
