package io.stockpile.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.cli.options.ImportOptions;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.options.StreamingOptions;
import org.junit.jupiter.api.Test;

/** Options that another command has registered before are not accepted by every command. */
class BeamOptionNamesTest {

  @Test
  void optionsOfACommandAreNotTakenForBeamsOwn() {
    PipelineOptionsFactory.register(ImportOptions.class);

    assertThat(BeamOptionNames.collect())
        .contains("runner", "targetParallelism", "jobName")
        .doesNotContain("fileType", "files");
  }

  @Test
  void whatACommandHidFromBeamIsKnownToTheNextOne() {
    ClassLoader usual = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(new NoRegistrars(usual));
    try {
      PipelineOptionsFactory.resetCache();
    } finally {
      Thread.currentThread().setContextClassLoader(usual);
    }
    assertThat(PipelineOptionsFactory.getRegisteredOptions())
        .doesNotContain(DirectOptions.class, StreamingOptions.class);

    assertThat(BeamOptionNames.collect()).contains("targetParallelism", "streaming", "experiments");
    assertThat(PipelineOptionsFactory.getRegisteredOptions())
        .contains(DirectOptions.class, StreamingOptions.class);
  }
}
