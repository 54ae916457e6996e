package io.stockpile.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** The few figures that are read from Linux's {@code /proc}. */
final class ProcFiles {
  /** What the kernel tells programs a clock tick is, whatever its own timer (USER_HZ). */
  private static final long TICKS_A_SECOND = 100;

  /**
   * Places of utime and stime, cutime and cstime in stat, counted from the state behind the
   * command's name.
   */
  private static final int USER_TICKS = 11;

  private static final int KERNEL_TICKS = 12;

  private static final int CHILDREN_USER_TICKS = 13;

  private static final int CHILDREN_KERNEL_TICKS = 14;

  private final Path proc;

  /**
   * Looks at a directory that is laid out as {@code /proc}.
   *
   * @throws UnsupportedOperationException when there is none, as on systems other than Linux
   */
  ProcFiles(Path proc) {
    if (!Files.isReadable(proc.resolve("self/stat"))) {
      throw new UnsupportedOperationException(
          "Processes are measured through " + proc + "/self/stat, which is not here: use Linux");
    }
    this.proc = proc;
  }

  /** Processor time of all children of this process that have ended and were waited for. */
  CpuTime endedChildrenCpu() throws IOException {
    return ticks("self", CHILDREN_USER_TICKS, CHILDREN_KERNEL_TICKS);
  }

  /**
   * Processor time of a process that is there.
   *
   * @throws IOException when it has ended
   */
  CpuTime cpu(long pid) throws IOException {
    return ticks(Long.toString(pid), USER_TICKS, KERNEL_TICKS);
  }

  private CpuTime ticks(String process, int user, int kernel) throws IOException {
    String stat = Files.readString(proc.resolve(process + "/stat"), StandardCharsets.UTF_8);
    // The command's name stands in parentheses and may hold spaces and parentheses itself.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return new CpuTime(duration(fields[user]), duration(fields[kernel]));
  }

  private static Duration duration(String ticks) {
    return Duration.ofMillis(Long.parseLong(ticks) * (1000 / TICKS_A_SECOND));
  }

  /** The most memory a process had resident so far; empty when it has ended. */
  OptionalLong peakMemoryBytes(long pid) {
    List<String> status;
    try {
      status = Files.readAllLines(proc.resolve(pid + "/status"));
    } catch (IOException e) {
      // A process may end between the opening and the reading of its file.
      return OptionalLong.empty();
    }
    for (String line : status) {
      if (line.startsWith("VmHWM:")) {
        String kibibytes = line.substring("VmHWM:".length(), line.length() - "kB".length());
        return OptionalLong.of(Long.parseLong(kibibytes.strip()) * 1024);
      }
    }
    return OptionalLong.empty();
  }
}
