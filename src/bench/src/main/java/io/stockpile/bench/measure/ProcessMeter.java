package io.stockpile.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Runs a command as a process of its own and measures what it takes. Only one may run at a time:
 * the processor time is what it adds to the time of all ended children of this process, which is
 * exact but does not tell children apart.
 *
 * <p>The peak of memory is the kernel's high-water mark (VmHWM), read every {@value
 * #LOOK_EVERY_MILLIS} ms, so only what a process adds in its last moments may be missed. If a
 * process replaces its program ({@code exec}), as a launcher script does, it is the mark of the
 * last program.
 *
 * <p>Linux only. Not thread-safe.
 */
public final class ProcessMeter {
  private static final int LOOK_EVERY_MILLIS = 20;
  private static final int LINES_OF_A_FAILURE = 30;

  private final ProcFiles proc;
  private final InstantSource clock;
  private final LongSupplier nanoTime;

  /**
   * @param clock says when a process starts
   * @param nanoTime measures how long it runs: nanoseconds since any origin, never decreasing
   * @throws UnsupportedOperationException when the system has no {@code /proc}
   */
  public ProcessMeter(InstantSource clock, LongSupplier nanoTime) {
    this.proc = new ProcFiles(Path.of("/proc"));
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /**
   * Runs a command to its end.
   *
   * @param log the file for the output of both streams; an existing one is replaced
   * @param workers the ids of processes that were started before and do the work for the command.
   *     The processor time that they take meanwhile is added, and the greatest memory of each since
   *     its own start
   * @throws IOException when the command cannot be started, or its exit code is not 0; the message
   *     has the last lines of its output
   * @throws InterruptedException when the thread is interrupted; the process was ended then
   */
  public ProcessFigures run(Command command, Path log, List<Long> workers)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command.words());
    builder.environment().putAll(command.environment());
    builder.directory(command.directory().toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    CpuTime cpuBefore = proc.endedChildrenCpu().plus(cpu(workers));
    Instant started = clock.instant();
    long start = nanoTime.getAsLong();
    Process process = builder.start();
    long peak = 0;
    try {
      do {
        peak = Math.max(peak, proc.peakMemoryBytes(process.pid()).orElse(0));
      } while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
    } finally {
      process.destroyForcibly();
    }
    Duration wall = Duration.ofNanos(nanoTime.getAsLong() - start);
    if (process.exitValue() != 0) {
      throw new IOException(
          "The process ended with code %d; the last lines of %s are:%n%s"
              .formatted(process.exitValue(), log, lastLines(log)));
    }
    for (long worker : workers) {
      peak += proc.peakMemoryBytes(worker).orElse(0);
    }
    CpuTime cpu = proc.endedChildrenCpu().plus(cpu(workers)).minus(cpuBefore);
    return new ProcessFigures(started, wall, cpu, peak);
  }

  private CpuTime cpu(List<Long> workers) throws IOException {
    CpuTime all = CpuTime.NONE;
    for (long worker : workers) {
      all = all.plus(proc.cpu(worker));
    }
    return all;
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    return String.join(
        System.lineSeparator(),
        lines.subList(Math.max(0, lines.size() - LINES_OF_A_FAILURE), lines.size()));
  }
}
