package io.stockpile.pipeline.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stockpile.simulated.Fault;
import io.stockpile.simulated.ReceivedRequest;
import io.stockpile.simulated.SimulatedFirestream;
import io.stockpile.simulated.data.SimulatedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signal ends a process while it waits for bytes. Its last line says how to continue. */
class StoppedRunTest {
  private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
  private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

  /**
   * The names of the signals that this process ignores; empty on systems other than Linux, which do
   * not say it.
   */
  private static List<String> ignoredSignals() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return List.of();
    }
    long mask =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .findFirst()
            .orElse(0);
    return NUMBERS.entrySet().stream()
        .filter(signal -> (mask >>> (signal.getValue() - 1) & 1) == 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  @ParameterizedTest
  @Timeout(120)
  @CsvSource({"TERM,143", "INT,130", "HUP,129"})
  void theLastLineSaysWhatStaysAndWhatToRun(String signal, int code, @TempDir Path directory)
      throws IOException, InterruptedException {
    assumeThat(ignoredSignals())
        .as("signals that this process has ignored from its start, and its children with it")
        .doesNotContain(signal);
    Archive archive = new Archive(directory.resolve("archive"));
    try (SimulatedFirestream firestream = SimulatedFirestream.start()) {
      firestream.put("message", DAY, new SimulatedData(7).messages(DAY, 50).gzip());
      firestream.onDownload("message", DAY, Fault.stallAfter(500));
      Process process =
          archive.startHeard(
              List.of(
                  "backfill",
                  "--output=" + archive.root(),
                  "--firestreamUrl=" + firestream.url(),
                  "--date=" + DAY,
                  "--fileTypes=message"));
      while (firestream.requests(ReceivedRequest.Place.DOWNLOAD).isEmpty()) {
        assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).isFalse();
      }

      int sent =
          new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
              .start()
              .waitFor();
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(sent).isZero();
      assertThat(process.waitFor()).isEqualTo(code);
      assertThat(told.lines().filter(line -> line.startsWith("stockpile: stopped by a signal. ")))
          .as(told)
          .singleElement()
          .asString()
          .contains("Units that were committed stay")
          .contains("Run the same command again");
    }
  }
}
