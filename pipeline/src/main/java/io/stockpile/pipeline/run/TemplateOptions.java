package io.stockpile.pipeline.run;

import org.apache.beam.sdk.options.Hidden;
import org.apache.beam.sdk.options.PipelineOptions;

/** Dataflow's own option for writing a job as a template instead of running it. */
@Hidden
public interface TemplateOptions extends PipelineOptions {
  String getTemplateLocation();

  void setTemplateLocation(String value);
}
