package io.stockpile.pipeline.run;

import org.apache.beam.sdk.options.Hidden;
import org.apache.beam.sdk.options.PipelineOptions;

/** Dataflow's own option, by which a job is not run but written down for a later launch. */
@Hidden
public interface TemplateOptions extends PipelineOptions {
  String getTemplateLocation();

  void setTemplateLocation(String value);
}
