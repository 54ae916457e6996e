package io.stockpile.pipeline.cli;

import io.stockpile.pipeline.unit.RunProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What progress says at a moment: on a terminal one line that moves, elsewhere a line every 10
 * seconds. Not thread-safe but for {@link #end}.
 */
final class ProgressLines {
  /** Takes the moving line of a terminal away. */
  static final String CLEAR = "\r\u001b[2K";

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
  private static final double MEGA = 1e6;

  private final Instant start;
  private final boolean terminal;
  private Instant last;
  private volatile boolean shown;

  ProgressLines(Instant start, boolean terminal) {
    this.start = start;
    this.terminal = terminal;
    this.last = start;
  }

  /** What is to be printed now; empty between two lines. */
  String at(Instant now, RunProgress.Snapshot snapshot) {
    if (!terminal) {
      if (Duration.between(last, now).compareTo(BETWEEN_LINES) < 0) {
        return "";
      }
      last = now;
      return text(now, snapshot) + System.lineSeparator();
    }
    shown = true;
    return CLEAR + text(now, snapshot);
  }

  /** What takes the moving line away. */
  String end() {
    return shown ? CLEAR : "";
  }

  private String text(Instant now, RunProgress.Snapshot snapshot) {
    double seconds = Math.max(0.001, Duration.between(start, now).toMillis() / 1000.0);
    String text =
        String.format(
            Locale.ROOT,
            "%d of %d units, %.1f MB received (%.1f MB/s), %,d rows, %s",
            snapshot.done(),
            snapshot.units(),
            snapshot.receivedBytes() / MEGA,
            snapshot.receivedBytes() / MEGA / seconds,
            snapshot.rows(),
            clockTime(seconds));
    if (!snapshot.waiting().isEmpty()) {
      return text + ", " + snapshot.waiting();
    }
    if (snapshot.done() == 0 || snapshot.done() >= snapshot.units()) {
      return text;
    }
    double left = seconds / snapshot.done() * (snapshot.units() - snapshot.done());
    return text + ", about " + clockTime(left) + " left";
  }

  private static String clockTime(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
