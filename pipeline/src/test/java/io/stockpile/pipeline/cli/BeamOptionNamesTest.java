package io.stockpile.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.cli.options.ImportOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
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
}
