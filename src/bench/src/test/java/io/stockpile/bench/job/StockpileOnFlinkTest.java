package io.stockpile.bench.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockpileOnFlinkTest {
  @TempDir Path directory;

  @Test
  void theClientsLogSaysWhenItSubmitted() throws Exception {
    Path log =
        log(
            """
            2026-11-27T15:07:53.757Z INFO  o.a.b.r.f.FlinkRunner Executing pipeline using FlinkRunner.
            2026-11-27T15:07:54.772Z INFO  o.a.f.c.p.r.RestClusterClient Submitting job 'derive' (22e5).
            2026-11-27T15:07:58.208Z INFO  o.a.f.c.p.r.RestClusterClient Successfully submitted job 'derive'.
            """);

    assertThat(StockpileOnFlink.submission(log))
        .isEqualTo(Instant.parse("2026-11-27T15:07:54.772Z"));
  }

  @Test
  void aLogWithoutASubmissionIsNamed() throws Exception {
    Path log = log("derive: nothing to do\n");

    assertThatThrownBy(() -> StockpileOnFlink.submission(log))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(log.toString());
  }

  private Path log(String text) throws IOException {
    return Files.writeString(directory.resolve("derive.log"), text);
  }
}
