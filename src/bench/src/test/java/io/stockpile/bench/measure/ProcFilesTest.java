package io.stockpile.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcFilesTest {
  @TempDir Path proc;

  @Test
  void childrensTimeIsFoundBehindAnyCommandName() throws Exception {
    write("self/stat", "42 (a) b (c)) S 1 2 3 4 5 6 7 8 9 10 100 200 123 45 20 0 1 0 9\n");

    assertThat(new ProcFiles(proc).endedChildrenCpu())
        .isEqualTo(new CpuTime(Duration.ofMillis(1230), Duration.ofMillis(450)));
  }

  @Test
  void theTimeOfAnotherProcessIsItsOwnWithoutThatOfItsChildren() throws Exception {
    write("self/stat", "");
    write("7/stat", "7 (java) S 1 2 3 4 5 6 7 8 9 10 100 200 123 45 20 0 1 0 9\n");

    assertThat(new ProcFiles(proc).cpu(7))
        .isEqualTo(new CpuTime(Duration.ofSeconds(1), Duration.ofSeconds(2)));
  }

  @Test
  void theHighWaterMarkIsInKibibytes() throws Exception {
    write("self/stat", "");
    write("7/status", "Name:\tjava\nVmPeak:\t  999 kB\nVmHWM:\t   2048 kB\nVmRSS:\t 1024 kB\n");

    assertThat(new ProcFiles(proc).peakMemoryBytes(7)).hasValue(2L << 20);
  }

  @Test
  void aProcessThatHasEndedHasNone() throws Exception {
    write("self/stat", "");
    write("8/status", "Name:\tjava\nState:\tZ (zombie)\n");

    assertThat(new ProcFiles(proc).peakMemoryBytes(8)).isEmpty();
    assertThat(new ProcFiles(proc).peakMemoryBytes(9)).isEmpty();
  }

  @Test
  void aSystemWithoutProcIsRefused() {
    assertThatThrownBy(() -> new ProcFiles(proc))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("use Linux");
  }

  private void write(String name, String text) throws Exception {
    Path file = proc.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
