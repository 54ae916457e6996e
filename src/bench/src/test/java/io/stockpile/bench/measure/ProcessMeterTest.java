package io.stockpile.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "processes are measured through Linux's /proc")
class ProcessMeterTest {
  private static final long MEBIBYTE = 1 << 20;

  @TempDir Path directory;

  private final ProcessMeter meter = new ProcessMeter(InstantSource.system(), System::nanoTime);

  @Test
  void processorTimeOfTheChildIsSeen() throws Exception {
    ProcessFigures figures = run(burning(700, 0, 0));

    assertThat(figures.cpu().total()).isBetween(Duration.ofMillis(690), Duration.ofSeconds(10));
    assertThat(figures.wall()).isPositive();
  }

  @Test
  void memoryOfTheChildIsSeen() throws Exception {
    long small = run(burning(0, 0, 0)).peakMemoryBytes();
    long large = run(burning(0, (int) (300 * MEBIBYTE), 0)).peakMemoryBytes();

    assertThat(small).isBetween(10 * MEBIBYTE, 200 * MEBIBYTE);
    assertThat(large).isBetween(300 * MEBIBYTE, 600 * MEBIBYTE);
  }

  @Test
  void aProgramThatALauncherBecomesIsSeen() throws Exception {
    Command burning = burning(500, (int) (200 * MEBIBYTE), 0);
    String script = "exec " + String.join(" ", burning.words());
    Command launcher = new Command(List.of("sh", "-c", script), Map.of(), directory);

    ProcessFigures figures = run(launcher);

    assertThat(figures.cpu().total()).isGreaterThan(Duration.ofMillis(490));
    assertThat(figures.peakMemoryBytes()).isGreaterThan(200 * MEBIBYTE);
  }

  @Test
  void theProcessorTimeOfWorkersInTheMeantimeIsAdded() throws Exception {
    Process worker =
        new ProcessBuilder(burning(60_000, 0, 0).words())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("worker").toFile())
            .start();
    try {
      Command burning = burning(1500, 0, 0);
      ProcessFigures figures = meter.run(burning, directory.resolve("log"), List.of(worker.pid()));

      // Both use a processor all the time, so they get about the same share of a busy machine, too.
      assertThat(figures.cpu().total()).isGreaterThan(Duration.ofMillis(2200));
    } finally {
      worker.destroyForcibly().waitFor();
    }
  }

  @Test
  void aFailureSaysTheCodeAndTheLastLines() {
    assertThatThrownBy(() -> run(burning(0, 17, 3)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ended with code 3")
        .hasMessageContaining("17 bytes");
  }

  private ProcessFigures run(Command command) throws IOException, InterruptedException {
    return meter.run(command, directory.resolve("log"), List.of());
  }

  private Command burning(int millis, int bytes, int code) {
    return Command.ofMainClass(
        BurningProgram.class,
        List.of("-Xmx700m", "-XX:+UseSerialGC"),
        List.of(Integer.toString(millis), Integer.toString(bytes), Integer.toString(code)),
        directory);
  }
}
