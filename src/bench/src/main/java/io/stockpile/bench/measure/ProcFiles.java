package io.stockpile.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Reads figures about processes from Linux's {@code /proc}. */
final class ProcFiles {
  /**
   * The clock ticks in a second (USER_HZ). In figures for programs it is always 100, whatever the
   * kernel's own timer is.
   */
  private static final long TICKS_A_SECOND = 100;

  /**
   * The positions of utime, stime, cutime and cstime in the file stat, counted from the state,
   * which is the field behind the command's name.
   */
  private static final int USER_TICKS = 11;

  private static final int KERNEL_TICKS = 12;

  private static final int CHILDREN_USER_TICKS = 13;

  private static final int CHILDREN_KERNEL_TICKS = 14;

  private final Path proc;

  /**
   * @param proc a directory with the layout of {@code /proc}
   * @throws UnsupportedOperationException when there is none, as on systems other than Linux
   */
  ProcFiles(Path proc) {
    if (!Files.isReadable(proc.resolve("self/stat"))) {
      throw new UnsupportedOperationException(
          "Processes are measured through " + proc + "/self/stat, which is not here: use Linux");
    }
    this.proc = proc;
  }

  /** The processor time of all children of this process that have ended and were waited for. */
  CpuTime endedChildrenCpu() throws IOException {
    return ticks("self", CHILDREN_USER_TICKS, CHILDREN_KERNEL_TICKS);
  }

  /**
   * The processor time of a running process.
   *
   * @throws IOException when the process has ended
   */
  CpuTime cpu(long pid) throws IOException {
    return ticks(Long.toString(pid), USER_TICKS, KERNEL_TICKS);
  }

  private CpuTime ticks(String process, int user, int kernel) throws IOException {
    String stat = Files.readString(proc.resolve(process + "/stat"), StandardCharsets.UTF_8);
    // The command's name is in parentheses, and may itself contain spaces and parentheses.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return new CpuTime(duration(fields[user]), duration(fields[kernel]));
  }

  private static Duration duration(String ticks) {
    return Duration.ofMillis(Long.parseLong(ticks) * (1000 / TICKS_A_SECOND));
  }

  /** The greatest resident memory that a process has had so far; empty when it has ended. */
  OptionalLong peakMemoryBytes(long pid) {
    List<String> status;
    try {
      status = Files.readAllLines(proc.resolve(pid + "/status"));
    } catch (IOException e) {
      // The process may end while its file is read.
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
