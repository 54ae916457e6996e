package io.stockpile.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.cli.options.BackfillOptions;
import io.stockpile.pipeline.run.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunnerChoiceTest {
  private static String jobName(String... more) throws UsageException {
    List<String> arguments = new ArrayList<>(List.of("--output=/tmp/nowhere", "--date=2016-12-05"));
    arguments.addAll(List.of(more));
    CommandLine line = CommandLine.parse(Command.BACKFILL, arguments);
    return new RunnerChoice(line).begin().named("stockpile-backfill").getJobName();
  }

  @Test
  void aJobHasTheNameOfWhatWasAskedFor() throws Exception {
    assertThat(jobName()).isEqualTo("stockpile-backfill");
    assertThat(jobName("--runner=DirectRunner")).isEqualTo("stockpile-backfill");
  }

  @Test
  void theUsersNameWins() throws Exception {
    assertThat(jobName("--jobName=mine")).isEqualTo("mine");
  }

  @Test
  void onlyAFlinkInThisProcessHasItsWorkersHere() throws Exception {
    assertThat(new RunnerChoice(flink("[local]")).workersAreHere()).isTrue();
    assertThat(new RunnerChoice(flink("[auto]")).workersAreHere()).isFalse();
    assertThat(new RunnerChoice(flink("jobmanager:8081")).workersAreHere()).isFalse();
  }

  private static CommandLine flink(String master) {
    return new CommandLine(
        Command.BACKFILL,
        BackfillOptions.class,
        List.of(),
        Map.of(),
        List.of("--runner=FlinkRunner", "--flinkMaster=" + master));
  }
}
