package io.stockpile.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Uses processor time for a number of milliseconds, then a number of bytes of memory, and ends. */
final class BurningProgram {
  private static final int PAGE = 4096;

  private BurningProgram() {}

  public static void main(String[] arguments) {
    long nanos = Long.parseLong(arguments[0]) * 1_000_000;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long rounds = 0;
    while (threads.getCurrentThreadCpuTime() < nanos) {
      rounds++;
    }
    byte[] memory = new byte[Integer.parseInt(arguments[1])];
    for (int i = 0; i < memory.length; i += PAGE) {
      memory[i] = 1;
    }
    System.out.println(rounds + " rounds, " + memory.length + " bytes");
    System.exit(Integer.parseInt(arguments[2]));
  }
}
