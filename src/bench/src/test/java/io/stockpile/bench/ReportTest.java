package io.stockpile.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.data.DataSettings;
import io.stockpile.bench.data.Shape;
import io.stockpile.bench.job.ClusterTimes;
import io.stockpile.bench.measure.CpuTime;
import io.stockpile.bench.measure.ProcessFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Instant START = Instant.parse("2026-11-27T23:59:58Z");

  private final Report report =
      new Report(
          new DataFacts(
              new DataSettings(1, DataSettings.DEFAULT_FIRST_DAY, 1, 1, Shape.BARE), List.of()));

  @Test
  void theWallOfAClientIsAllOfItsPhases() {
    ClusterTimes job =
        new ClusterTimes(
            START.plusMillis(1500), START.plusMillis(4000), START.plus(Duration.ofSeconds(14)));

    Phases phases = new Phases(figures(Duration.ofMillis(14_250)), job);

    assertThat(Stream.of(Phases.Phase.values()).mapToDouble(phases::seconds).sum())
        .isEqualTo(14.25);
    assertThat(report.phases(List.of("flink"), List.of(run("flink", 14_250, Optional.of(phases)))))
        .contains("client's start", "submission", "work on the cluster", "client's end")
        .contains(
            "1.50 [1.50 .. 1.50]",
            "2.50 [2.50 .. 2.50]",
            "10.00 [10.00 .. 10.00]",
            "0.25 [0.25 .. 0.25]");
  }

  @Test
  void withoutAClusterThereAreNoPhases() {
    assertThat(report.phases(List.of("derive"), List.of(run("derive", 9_000, Optional.empty()))))
        .isEmpty();
  }

  @Test
  void processorTimeIsGivenWithTheKernelsPartOfIt() {
    Measurement run = run("derive", 9_000, Optional.empty());

    assertThat(run.get(Measurement.Figure.CPU)).isEqualTo(7.5);
    assertThat(run.get(Measurement.Figure.KERNEL)).isEqualTo(1.5);
    assertThat(report.memoryHeader()).contains("CPU s", "of it kernel s");
  }

  private static Measurement run(String job, long millis, Optional<Phases> phases) {
    return new Measurement(job, 1, figures(Duration.ofMillis(millis)), 1_000_000, phases);
  }

  private static ProcessFigures figures(Duration wall) {
    CpuTime cpu = new CpuTime(Duration.ofSeconds(6), Duration.ofMillis(1500));
    return new ProcessFigures(START, wall, cpu, 1 << 20);
  }
}
