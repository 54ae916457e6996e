package io.stockpile.deploy.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.run.EmptyJobOptions;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;

class StockpileOnFlinkTest {
  @Test
  void aCommandThatWorksOnARunnerIsToldToSubmitAJobInAnyCase() {
    List<String> words =
        StockpileOnFlink.withJobInAnyCase(List.of("derive", "--runner=FlinkRunner"));

    assertThat(words).containsExactly("derive", "--runner=FlinkRunner", "--submitEmptyJob=true");
    assertThat(StockpileOnFlink.withJobInAnyCase(List.of("status", "--output=a")))
        .containsExactly("status", "--output=a");
  }

  @Test
  void theDemandIsAnOptionOfBeamInThisBundle() {
    assertThat(PipelineOptionsFactory.getRegisteredOptions()).contains(EmptyJobOptions.class);
  }
}
