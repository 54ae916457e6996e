package io.stockpile.connectors.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes use the same root. */
class LocalStoreProcessesTest {
  private static final int ROUNDS = 100;

  @TempDir Path root;

  @Test
  void noIncrementOfSeveralProcessesIsLost() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      processes.add(start("count"));
    }
    for (Process process : processes) {
      expect(process, "ready");
    }
    for (Process process : processes) {
      go(process);
    }
    for (Process process : processes) {
      expect(process, "done");
      assertThat(process.waitFor()).isZero();
    }

    try (ObjectStore store = new LocalStore("root", root)) {
      assertThat(store.read("counter").readAllBytes())
          .asString(UTF_8)
          .isEqualTo(String.valueOf(2 * ROUNDS));
      assertThat(store.abortPending("", key -> true)).isZero();
    }
  }

  @Test
  void aProcessThatDiesWithTheLockHoldsNobodyUp() throws Exception {
    Process holder = start("hold");
    expect(holder, "held");
    holder.destroyForcibly().waitFor();

    try (ObjectStore store = new LocalStore("root", root)) {
      assertThat(store.putIfAbsent("a", new byte[] {1})).isNotEmpty();
    }
  }

  /** The program of the other processes. */
  static final class Other {
    private Other() {}

    public static void main(String[] arguments) throws IOException {
      Path root = Path.of(arguments[1]);
      if (arguments[0].equals("hold")) {
        new LocalExclusion(root)
            .alone(
                () -> {
                  System.out.println("held");
                  return System.in.read();
                });
        return;
      }
      try (ObjectStore store = new LocalStore("root", root)) {
        System.out.println("ready");
        if (System.in.read() < 0) {
          throw new IOException("The test has gone");
        }
        for (int done = 0; done < ROUNDS; ) {
          done += increments(store) ? 1 : 0;
        }
        System.out.println("done");
      }
    }

    private static boolean increments(ObjectStore store) throws IOException {
      try {
        Versioned counter = store.readVersioned("counter").orElse(null);
        if (counter == null) {
          store.putIfAbsent("counter", "1".getBytes(UTF_8));
        } else {
          int next = Integer.parseInt(new String(counter.content(), UTF_8)) + 1;
          store.putIfUnchanged("counter", String.valueOf(next).getBytes(UTF_8), counter.version());
        }
        return true;
      } catch (PreconditionFailedException e) {
        return false;
      }
    }
  }

  private Process start(String role) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Other.class.getName(),
            role,
            root.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void go(Process process) throws IOException {
    try (OutputStream input = process.getOutputStream()) {
      input.write('\n');
    }
  }

  private static void expect(Process process, String line) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8), 1);
    assertThat(output.readLine()).isEqualTo(line);
  }
}
