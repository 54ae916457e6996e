package io.stockpile.pipeline.process;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Says on stderr what stays and what to run next, when a signal (SIGTERM, SIGINT or SIGHUP) ends
 * the process before the work has ended. The process ends as it would without. Thread-safe.
 */
public final class StopNotice implements AutoCloseable {
  /** A terminal that takes no more, or a full pipe, does not keep the process from ending. */
  private static final long LONGEST_SECONDS = 2;

  private final PrintStream err;
  private final AtomicReference<String> text;
  private final Thread hook = new Thread(this::tell, "stop-notice");

  private StopNotice(PrintStream err, String text) {
    this.err = err;
    this.text = new AtomicReference<>(text);
  }

  /**
   * Begins to wait for signals.
   *
   * @param text the line, until another is set
   */
  public static StopNotice begin(PrintStream err, String text) {
    StopNotice notice = new StopNotice(err, text);
    try {
      Runtime.getRuntime().addShutdownHook(notice.hook);
    } catch (IllegalStateException e) {
      // A signal has come already; nothing was begun yet.
      notice.text.set("");
    }
    return notice;
  }

  /** Sets the line that is said from now on. */
  public void set(String line) {
    text.set(line);
  }

  /** Ends the waiting: the work has ended, and has said itself how it went. */
  @Override
  public void close() {
    text.set("");
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending; there is no line to say any more.
      text.set("");
    }
  }

  private void tell() {
    String line = text.getAndSet("");
    if (line.isEmpty()) {
      return;
    }
    Thread teller =
        new Thread(
            () -> {
              err.println(line);
              err.flush();
            },
            "stop-notice-teller");
    teller.setDaemon(true);
    teller.start();
    try {
      teller.join(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
